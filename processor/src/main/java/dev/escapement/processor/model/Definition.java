package dev.escapement.processor.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a named type.
 *
 * <p>Code that depends on the kind of a definition uses a {@link Visitor}, which is exhaustive: a new kind does not
 * compile until each visitor handles it.
 */
public sealed interface Definition {

    /** Returns the name of the class. */
    JavaType type();

    /** Returns the description for the model, empty if there is none. */
    String description();

    /** Calls the visitor's method for this kind of definition, and returns the result. */
    <R> R accept(Visitor<R> visitor);

    /** Returns the records whose instances are values of this type, empty for an enum. */
    Stream<RecordShape> records();

    /** Returns the shapes of all properties of the {@link #records}. */
    default Stream<TypeShape> components() {
        return records().flatMap(record -> record.properties().stream()).map(Property::type);
    }

    /**
     * A visitor of definitions.
     *
     * @param <R> the result
     */
    interface Visitor<R> {

        R record(RecordShape record);

        R enumeration(EnumShape enumeration);

        R union(UnionShape union);
    }

    /** A record, whose JSON form is an object with known properties in declaration order. */
    record RecordShape(JavaType type, List<TypeShape> arguments, String description, List<Property> properties)
            implements Definition {
        public RecordShape {
            arguments = List.copyOf(arguments);
            properties = List.copyOf(properties);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.record(this);
        }

        @Override
        public Stream<RecordShape> records() {
            return Stream.of(this);
        }
    }

    /**
     * An enum, whose JSON form is one of a fixed set of strings.
     *
     * @param text the members of the enum that convert its constants to strings and back
     */
    record EnumShape(JavaType type, String description, List<Constant> constants, EnumTextMembers text)
            implements Definition {
        public EnumShape {
            constants = List.copyOf(constants);
        }

        /** Creates an enum without members that convert its constants to strings. */
        public EnumShape(JavaType type, String description, List<Constant> constants) {
            this(type, description, constants, EnumTextMembers.NONE);
        }

        /** Returns the JSON names of the constants, in declaration order. */
        public List<String> jsonNames() {
            return constants.stream().map(Constant::jsonName).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }

        @Override
        public Stream<RecordShape> records() {
            return Stream.empty();
        }
    }

    /** A sealed interface, whose JSON form is that of one of its records, identified by a discriminator property. */
    record UnionShape(JavaType type, String description, String discriminator, List<Branch> branches)
            implements Definition {
        public UnionShape {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }

        @Override
        public Stream<RecordShape> records() {
            return branches.stream().map(Branch::record);
        }
    }

    /**
     * A component of a record.
     *
     * @param component its name in Java
     * @param name its name in JSON
     * @param description the description for the model, empty if there is none
     * @param type its shape
     * @param source the place of its declaration
     * @param defaultJson the value of an omitted property, as JSON; null without a default
     */
    record Property(
            String component,
            String name,
            String description,
            TypeShape type,
            SourceRef source,
            @Nullable String defaultJson) {

        /** Creates a component without a default value. */
        public Property(String component, String name, String description, TypeShape type, SourceRef source) {
            this(component, name, description, type, source, null);
        }

        /** Returns whether the property is required. */
        public boolean required() {
            return defaultJson == null && !type.mayBeAbsent();
        }
    }

    /**
     * A constant of an enum.
     *
     * @param javaName its name in Java
     * @param jsonName its name in JSON
     */
    record Constant(String javaName, String jsonName) {}

    /**
     * A permitted type of a sealed interface.
     *
     * @param value the value of the discriminator
     * @param record its properties, without the discriminator
     * @param constant whether it is an enum: the record represents an object with one property that holds the constant
     * @param unknown the policy for unknown properties that its own annotation selects; otherwise, that of the file
     */
    record Branch(String value, RecordShape record, boolean constant, UnknownPolicy unknown) {

        /** Creates a branch without its own policy. */
        public Branch(String value, RecordShape record, boolean constant) {
            this(value, record, constant, UnknownPolicy.OF_FILE);
        }

        /** Returns whether this branch represents a given type. */
        public boolean isOf(JavaType type) {
            return record.type().equals(type);
        }
    }
}
