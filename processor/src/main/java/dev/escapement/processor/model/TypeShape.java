package dev.escapement.processor.model;

/** What a type looks like in JSON. Shapes refer to records, enums and sealed interfaces by name, so they are finite. */
public sealed interface TypeShape {

    /** Values that JSON writes in one token. */
    enum Scalar implements TypeShape {
        STRING,
        BOOLEAN,
        INT,
        LONG,
        DOUBLE,
        DECIMAL
    }

    /** An array. */
    record ListOf(TypeShape element) implements TypeShape {}

    /** An object with any names. */
    record MapOf(TypeShape value) implements TypeShape {}

    /** A property that may be left out. */
    record OptionalOf(TypeShape value) implements TypeShape {}

    /** A value that may be null. */
    record NullableOf(TypeShape value) implements TypeShape {}

    /**
     * A record, enum or sealed interface, whose {@link Definition} stands elsewhere.
     *
     * @param type the class
     * @param naming how its properties are named, because that depends on where it is used
     */
    record Named(JavaType type, Naming naming) implements TypeShape {}
}
