package dev.escapement.processor.model;

import java.util.List;

/** What a type looks like in JSON. Shapes refer to records, enums and sealed interfaces by name, so they are finite. */
public sealed interface TypeShape {

    /** The shape without the rules that stand directly around it. */
    default TypeShape bare() {
        return this;
    }

    /** The rules that stand directly around the shape. */
    default List<Constraint> constraints() {
        return List.of();
    }

    /** Values that JSON writes in one token and that a reader has a method for. */
    enum Scalar implements TypeShape {
        STRING,
        CHAR,
        BOOLEAN,
        BYTE,
        SHORT,
        INT,
        LONG,
        BIG_INTEGER,
        FLOAT,
        DOUBLE,
        DECIMAL,
        /** Any JSON value, kept as text. */
        JSON;

        /** Whether Java has a primitive type for it. */
        public boolean isPrimitive() {
            return switch (this) {
                case CHAR, BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
                case STRING, BIG_INTEGER, DECIMAL, JSON -> false;
            };
        }

        /** Whether it is a number without a fraction. */
        public boolean isInteger() {
            return switch (this) {
                case BYTE, SHORT, INT, LONG, BIG_INTEGER -> true;
                default -> false;
            };
        }

        /** Whether it is a number. */
        public boolean isNumber() {
            return isInteger() || this == FLOAT || this == DOUBLE || this == DECIMAL;
        }
    }

    /**
     * A string of a certain form, which a codec of the runtime reads and writes.
     *
     * @param form which
     */
    record TextOf(TextForm form) implements TypeShape {}

    /**
     * An array.
     *
     * @param element what it holds
     * @param container how Java holds it
     */
    record ListOf(TypeShape element, Container container) implements TypeShape {}

    /** How Java holds the elements of a JSON array. */
    enum Container {
        LIST,
        SET,
        COLLECTION,
        ITERABLE,
        ARRAY,
        /** An array of boxes, like {@code Integer[]}, where the shape of the elements is that of primitives. */
        BOXED_ARRAY;

        /** Whether it is a Java array: mutable, and equal to itself only. */
        public boolean isArray() {
            return this == ARRAY || this == BOXED_ARRAY;
        }
    }

    /**
     * An object with any names of a form.
     *
     * @param key the form: a string, an integer, a form of text, or an enum
     * @param value what its properties hold
     */
    record MapOf(TypeShape key, TypeShape value) implements TypeShape {}

    /**
     * A property that may be left out.
     *
     * @param value what it holds otherwise
     * @param primitive whether Java holds it in {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}
     */
    record OptionalOf(TypeShape value, boolean primitive) implements TypeShape {}

    /**
     * A value that obeys rules. Stands directly around the value, inside what makes it optional or nullable.
     *
     * @param value what the rules are about
     * @param constraints the rules in declaration order; at least one
     */
    record Constrained(TypeShape value, List<Constraint> constraints) implements TypeShape {
        public Constrained {
            constraints = List.copyOf(constraints);
        }

        @Override
        public TypeShape bare() {
            return value;
        }
    }

    /** A value that may be null. */
    record NullableOf(TypeShape value) implements TypeShape {}

    /**
     * A record, enum or sealed interface, whose {@link Definition} stands elsewhere.
     *
     * @param type the class
     * @param arguments the arguments of a generic class
     * @param naming how its properties are named, because that depends on where it is used
     */
    record Named(JavaType type, List<TypeShape> arguments, Naming naming) implements TypeShape {
        public Named {
            arguments = List.copyOf(arguments);
        }

        /** A class without type parameters. */
        public Named(JavaType type, Naming naming) {
            this(type, List.of(), naming);
        }
    }
}
