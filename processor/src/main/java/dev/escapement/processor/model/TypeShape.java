package dev.escapement.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON form of a type. Shapes refer to records, enums and sealed interfaces by name, so they are finite.
 *
 * <p>Code that depends on the kind of a shape uses a {@link Visitor}, or a switch expression over {@link #kind()} where
 * several kinds are treated alike. Both are exhaustive: a new kind does not compile until each of them handles it.
 */
public sealed interface TypeShape {

    /** Returns the kind of this shape. */
    Kind kind();

    /** Calls the visitor's method for this kind of shape, and returns the result. */
    <R> R accept(Visitor<R> visitor);

    /** Returns the shapes directly inside this shape, excluding the keys of a map. */
    Stream<TypeShape> parts();

    /** Returns the constrained shape if this shape has constraints, otherwise this shape. */
    default TypeShape bare() {
        return this;
    }

    /** Returns the constraints of this shape, empty if it has none. */
    default List<Constraint> constraints() {
        return List.of();
    }

    /** Returns the shape of a present value, without constraints. */
    default TypeShape present() {
        return this;
    }

    /** Returns whether a property of this shape can be omitted or null. */
    default boolean mayBeAbsent() {
        return false;
    }

    /** The kinds of shapes, one for each permitted type. */
    enum Kind {
        SCALAR,
        TEXT,
        LIST,
        MAP,
        OPTIONAL,
        CONSTRAINED,
        NULLABLE,
        NAMED
    }

    /**
     * A visitor of shapes.
     *
     * @param <R> the result
     */
    interface Visitor<R> {

        R scalar(Scalar scalar);

        R text(TextOf text);

        R list(ListOf list);

        R map(MapOf map);

        R optional(OptionalOf optional);

        R constrained(Constrained constrained);

        R nullable(NullableOf nullable);

        R named(Named named);
    }

    /** The shapes of values that are single JSON tokens. */
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
        /** Any JSON value, stored as a string. */
        JSON;

        @Override
        public Kind kind() {
            return Kind.SCALAR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }

        @Override
        public Stream<TypeShape> parts() {
            return Stream.empty();
        }

        /** Returns whether the Java type of the values is primitive. */
        public boolean isPrimitive() {
            return switch (this) {
                case CHAR, BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
                case STRING, BIG_INTEGER, DECIMAL, JSON -> false;
            };
        }

        /** Returns whether the values are integers. */
        public boolean isInteger() {
            return switch (this) {
                case BYTE, SHORT, INT, LONG, BIG_INTEGER -> true;
                case STRING, CHAR, BOOLEAN, FLOAT, DOUBLE, DECIMAL, JSON -> false;
            };
        }

        /** Returns whether the values are numbers. */
        public boolean isNumber() {
            return isInteger() || this == FLOAT || this == DOUBLE || this == DECIMAL;
        }
    }

    /**
     * A string in a specific form, which a runtime codec reads and writes.
     *
     * @param form the form
     */
    record TextOf(TextForm form) implements TypeShape {

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }

        @Override
        public Stream<TypeShape> parts() {
            return Stream.empty();
        }
    }

    /**
     * A JSON array whose elements all have the same shape.
     *
     * @param element the shape of its elements
     * @param container the Java type that holds the elements
     */
    record ListOf(TypeShape element, Container container) implements TypeShape {

        @Override
        public Kind kind() {
            return Kind.LIST;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.list(this);
        }

        @Override
        public Stream<TypeShape> parts() {
            return Stream.of(element);
        }
    }

    /** The Java type that holds the elements of a JSON array. */
    enum Container {
        LIST,
        SET,
        COLLECTION,
        ITERABLE,
        ARRAY,
        /** An array of wrappers, such as {@code Integer[]}. The shape of the elements is that of primitives. */
        BOXED_ARRAY;

        /** Returns whether the container is a Java array, which is mutable and compared by identity. */
        public boolean isArray() {
            return this == ARRAY || this == BOXED_ARRAY;
        }
    }

    /**
     * An object with arbitrary property names that all have the same form.
     *
     * @param key the form of the names: a string, an integer, a {@link TextForm}, or an enum
     * @param value the shape of its property values
     */
    record MapOf(TypeShape key, TypeShape value) implements TypeShape {

        @Override
        public Kind kind() {
            return Kind.MAP;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }

        @Override
        public Stream<TypeShape> parts() {
            return Stream.of(value);
        }
    }

    /**
     * A property that can be omitted.
     *
     * @param value the shape of a value that is present
     * @param primitive whether its Java type is {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}
     */
    record OptionalOf(TypeShape value, boolean primitive) implements TypeShape {

        @Override
        public Kind kind() {
            return Kind.OPTIONAL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.optional(this);
        }

        @Override
        public Stream<TypeShape> parts() {
            return Stream.of(value);
        }

        @Override
        public TypeShape present() {
            return value.present();
        }

        @Override
        public boolean mayBeAbsent() {
            return true;
        }
    }

    /**
     * A value with constraints. They are directly around the value, inside the shape that makes it optional or
     * nullable.
     *
     * @param value the shape of the value
     * @param constraints the constraints in declaration order; at least one
     */
    record Constrained(TypeShape value, List<Constraint> constraints) implements TypeShape {
        public Constrained {
            constraints = List.copyOf(constraints);
        }

        @Override
        public Kind kind() {
            return Kind.CONSTRAINED;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constrained(this);
        }

        @Override
        public Stream<TypeShape> parts() {
            return Stream.of(value);
        }

        @Override
        public TypeShape bare() {
            return value;
        }

        @Override
        public TypeShape present() {
            return value.present();
        }
    }

    /**
     * A value that can be null.
     *
     * @param value the shape of a value that is not null
     */
    record NullableOf(TypeShape value) implements TypeShape {

        @Override
        public Kind kind() {
            return Kind.NULLABLE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nullable(this);
        }

        @Override
        public Stream<TypeShape> parts() {
            return Stream.of(value);
        }

        @Override
        public TypeShape present() {
            return value.present();
        }

        @Override
        public boolean mayBeAbsent() {
            return true;
        }
    }

    /**
     * A record, enum or sealed interface. Its contents are a {@link Definition}.
     *
     * @param type the class
     * @param arguments the arguments of a generic class
     * @param naming the naming of its properties, which depends on the place of use
     */
    record Named(JavaType type, List<TypeShape> arguments, Naming naming) implements TypeShape {
        public Named {
            arguments = List.copyOf(arguments);
        }

        /** Creates the shape of a class without type parameters. */
        public Named(JavaType type, Naming naming) {
            this(type, List.of(), naming);
        }

        @Override
        public Kind kind() {
            return Kind.NAMED;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }

        @Override
        public Stream<TypeShape> parts() {
            return Stream.empty();
        }
    }
}
