package dev.escapement.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a named type is made of. */
public sealed interface Definition {

    /** The class. */
    JavaType type();

    /** What the model is told of it; may be empty. */
    String description();

    /** A record: an object with known properties, in declaration order. */
    record RecordShape(JavaType type, List<TypeShape> arguments, String description, List<Property> properties)
            implements Definition {
        public RecordShape {
            arguments = List.copyOf(arguments);
            properties = List.copyOf(properties);
        }
    }

    /**
     * An enum: one of some strings.
     *
     * @param text how the enum itself turns its constants into strings and back
     */
    record EnumShape(JavaType type, String description, List<Constant> constants, EnumTextMembers text)
            implements Definition {
        public EnumShape {
            constants = List.copyOf(constants);
        }

        /** An enum that does nothing of its own. */
        public EnumShape(JavaType type, String description, List<Constant> constants) {
            this(type, description, constants, EnumTextMembers.NONE);
        }
    }

    /** A sealed interface: one of some records, told apart by a property. */
    record UnionShape(JavaType type, String description, String discriminator, List<Branch> branches)
            implements Definition {
        public UnionShape {
            branches = List.copyOf(branches);
        }
    }

    /**
     * A component of a record.
     *
     * @param component its name in Java
     * @param name its name in JSON
     * @param description what the model is told of it; may be empty
     * @param type its shape
     * @param source where it is declared
     * @param defaultJson what it is if it is left out, as JSON; null if there is no such thing
     */
    record Property(
            String component,
            String name,
            String description,
            TypeShape type,
            SourceRef source,
            @Nullable String defaultJson) {

        /** A component without a default. */
        public Property(String component, String name, String description, TypeShape type, SourceRef source) {
            this(component, name, description, type, source, null);
        }

        /** Whether it must be there. */
        public boolean required() {
            return defaultJson == null
                    && !(type instanceof TypeShape.OptionalOf)
                    && !(type instanceof TypeShape.NullableOf);
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
     * A type among the permitted ones of a sealed interface.
     *
     * @param value what the discriminator says
     * @param record its properties, without the discriminator
     * @param constant whether it is an enum: the record stands for an object with one property that holds the constant
     */
    record Branch(String value, RecordShape record, boolean constant) {

        /** Whether it is this type. */
        public boolean isOf(JavaType type) {
            return record.type().equals(type);
        }
    }
}
