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
 * A codec that represents a record as a JSON object with given properties in a given order. If the record's constructor
 * throws {@link IllegalArgumentException}, the object is reported as a violation. Unknown properties are ignored,
 * because later versions of the library may add optional ones.
 *
 * @param <T> the type of the record
 */
final class RecordCodec<T> implements JsonCodec<T> {

    /**
     * A JSON property, with its name and the codec for its values.
     *
     * @param <P> the type of the values
     */
    record Property<P>(String name, JsonCodec<P> codec) {}

    /** The property values that were read from one JSON object. */
    static final class Values {

        private final Map<Property<?>, Object> values = new HashMap<>();

        /** Returns the value of a property. */
        @SuppressWarnings("unchecked") // the value was read by the codec of the property
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

    /**
     * A property of one record type. The property is required if {@code absent} is null; otherwise, it is omitted if
     * its value equals {@code absent}.
     */
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
        this.properties = PropertySet.required(names(builder.required))
                .optional(names(builder.optional))
                .open();
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

    /**
     * Returns the constant that identifies the record type among related types, or an empty string if the type does not
     * have such a constant.
     */
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
            in.reportRefusal(e);
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
     * A builder of a record codec. The order of the added properties is the order in JSON.
     *
     * @param <T> the type of the record
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

        /** Adds a property with a constant value that identifies the record type. */
        Builder<T> kind(Property<String> property, String constant) {
            kind = constant;
            return required(property, record -> constant);
        }

        /** Adds a required property. */
        <P> Builder<T> required(Property<P> property, Function<T, P> get) {
            components.add(new Component<>(property, get, null));
            required.add(property.name());
            return this;
        }

        /** Adds a property that is omitted if it has a given value. */
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
