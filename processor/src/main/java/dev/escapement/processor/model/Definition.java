package dev.escapement.processor.model;

import java.util.List;

/** What a named type is made of. */
public sealed interface Definition {

    /** The class. */
    JavaType type();

    /** What the model is told of it; may be empty. */
    String description();

    /** A record: an object with known properties, in declaration order. */
    record RecordShape(JavaType type, String description, List<Property> properties) implements Definition {
        public RecordShape {
            properties = List.copyOf(properties);
        }
    }

    /** An enum: one of some strings. */
    record EnumShape(JavaType type, String description, List<Constant> constants) implements Definition {
        public EnumShape {
            constants = List.copyOf(constants);
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
     */
    record Property(String component, String name, String description, TypeShape type, SourceRef source) {

        /** Whether it must be there. */
        public boolean required() {
            return !(type instanceof TypeShape.OptionalOf) && !(type instanceof TypeShape.NullableOf);
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
     * A record among the permitted ones of a sealed interface.
     *
     * @param value what the discriminator says
     * @param record the record, without the discriminator
     */
    record Branch(String value, RecordShape record) {

        /** Whether it is this record. */
        public boolean isOf(JavaType type) {
            return record.type().equals(type);
        }
    }
}
