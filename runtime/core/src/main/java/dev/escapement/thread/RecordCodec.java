package dev.escapement.thread;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a record: an object with the properties that were named, in that order. A value that the record's
 * constructor refuses is a violation at the place of the object.
 *
 * @param <T> the record
 */
final class RecordCodec<T> implements JsonCodec<T> {

    /**
     * A property: its name, and the form of its values wherever it stands.
     *
     * @param <P> the type of the values
     */
    record Property<P>(String name, JsonCodec<P> codec) {}

    /** What was read of one object. */
    static final class Values {

        private final Map<Property<?>, Object> values = new HashMap<>();

        /** The value of a property that the codec has. */
        @SuppressWarnings("unchecked") // what is kept for a property was read by its codec
        <P> P get(Property<P> property) {
            return (P) Objects.requireNonNull(values.get(property), property.name());
        }

        private <P> void read(Property<P> property, JsonReader in) {
            P value = property.codec().read(in);
            if (value != null) {
                values.put(property, value);
            }
        }
    }

    /** A property as one record has it; one without an absent value must be there. */
    private record Component<T, P>(
            Property<P> property,
            Function<T, P> get,
            @Nullable P absent) {

        void write(JsonWriter out, T value) {
            P own = get.apply(value);
            if (!own.equals(absent)) {
                out.name(property.name());
                property.codec().write(out, own);
            }
        }

        void leaveOut(Values values) {
            if (absent != null) {
                values.values.put(property, absent);
            }
        }
    }

    private final Map<String, Component<T, ?>> components = new HashMap<>();
    private final List<Component<T, ?>> inOrder;
    private final PropertySet properties;
    private final Function<Values, T> constructor;
    private final Class<T> type;
    private final String kind;

    private RecordCodec(Builder<T> builder, Function<Values, T> constructor) {
        this.inOrder = List.copyOf(builder.components);
        this.properties = PropertySet.required(names(builder.required)).optional(names(builder.optional));
        this.constructor = constructor;
        this.type = builder.type;
        this.kind = builder.kind;
        inOrder.forEach(component -> components.put(component.property().name(), component));
    }

    private static String[] names(List<String> names) {
        return names.toArray(String[]::new);
    }

    static <T> Builder<T> builder(Class<T> type) {
        return new Builder<>(type);
    }

    Class<T> type() {
        return type;
    }

    /** What tells the record from others of its family; empty if nothing does. */
    String kind() {
        return kind;
    }

    @Override
    public @Nullable T read(JsonReader in) {
        if (!in.beginObject(properties)) {
            return null;
        }
        Values values = new Values();
        inOrder.forEach(component -> component.leaveOut(values));
        while (in.nextProperty()) {
            Component<T, ?> component = Objects.requireNonNull(components.get(in.name()));
            values.read(component.property(), in);
        }
        if (!in.endObject()) {
            return null;
        }
        try {
            return constructor.apply(values);
        } catch (IllegalArgumentException e) {
            in.refused(e);
            return null;
        }
    }

    @Override
    public void write(JsonWriter out, T value) {
        out.beginObject();
        for (Component<T, ?> component : inOrder) {
            component.write(out, value);
        }
        out.endObject();
    }

    /**
     * Takes the properties one after the other.
     *
     * @param <T> the record
     */
    static final class Builder<T> {

        private final List<Component<T, ?>> components = new ArrayList<>();
        private final List<String> required = new ArrayList<>();
        private final List<String> optional = new ArrayList<>();
        private final Class<T> type;
        private String kind = "";

        private Builder(Class<T> type) {
            this.type = type;
        }

        /** A property that always has the same value, which tells what the rest is. */
        Builder<T> kind(Property<String> property, String constant) {
            kind = constant;
            return required(property, record -> constant);
        }

        /** A property that must be there. */
        <P> Builder<T> required(Property<P> property, Function<T, P> get) {
            components.add(new Component<>(property, get, null));
            required.add(property.name());
            return this;
        }

        /** A property that is left out where it has a certain value. */
        <P> Builder<T> optional(Property<P> property, P absent, Function<T, P> get) {
            components.add(new Component<>(property, get, absent));
            optional.add(property.name());
            return this;
        }

        RecordCodec<T> build(Function<Values, T> constructor) {
            return new RecordCodec<>(this, constructor);
        }
    }
}
