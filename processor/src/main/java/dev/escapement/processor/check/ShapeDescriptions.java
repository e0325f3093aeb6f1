package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ValueKind;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;

/** A visitor that returns a noun phrase for the values of the visited shape, for use in messages. */
final class ShapeDescriptions implements TypeShape.Visitor<Clause> {

    private static final ShapeDescriptions INSTANCE = new ShapeDescriptions();

    private ShapeDescriptions() {}

    /** Returns a noun phrase for the values of a shape, such as "a list". */
    static Clause of(TypeShape shape) {
        return shape.accept(INSTANCE);
    }

    @Override
    public Clause scalar(TypeShape.Scalar scalar) {
        return switch (scalar) {
            case STRING -> ValueKind.STRING;
            case CHAR -> ValueKind.CHARACTER;
            case BOOLEAN -> ValueKind.BOOLEAN;
            case BYTE, SHORT, INT, LONG, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL -> ValueKind.NUMBER;
            case JSON -> ValueKind.JSON;
        };
    }

    @Override
    public Clause text(TypeShape.TextOf text) {
        if (text.form() == TextForm.BYTES) {
            return ValueKind.BYTES;
        }
        String name = text.form().javaName();
        return ofType(name.substring(name.lastIndexOf('.') + 1));
    }

    @Override
    public Clause list(TypeShape.ListOf list) {
        return switch (list.container()) {
            case LIST, COLLECTION, ITERABLE -> ValueKind.LIST;
            case SET -> ValueKind.SET;
            case ARRAY, BOXED_ARRAY -> ValueKind.ARRAY;
        };
    }

    @Override
    public Clause map(TypeShape.MapOf map) {
        return ValueKind.MAP;
    }

    @Override
    public Clause named(TypeShape.Named named) {
        return ofType(named.type().simpleName());
    }

    @Override
    public Clause optional(TypeShape.OptionalOf optional) {
        return optional.value().accept(this);
    }

    @Override
    public Clause constrained(TypeShape.Constrained constrained) {
        return constrained.value().accept(this);
    }

    @Override
    public Clause nullable(TypeShape.NullableOf nullable) {
        return nullable.value().accept(this);
    }

    private static Clause ofType(String simpleName) {
        return ValueKind.OF_TYPE.with(simpleName);
    }
}
