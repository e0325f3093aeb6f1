package dev.escapement.processor.check;

import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;

/** Describes the values of a shape in messages. */
final class ShapeDescriptions implements TypeShape.Visitor<String> {

    private static final ShapeDescriptions INSTANCE = new ShapeDescriptions();

    private ShapeDescriptions() {}

    /** Returns a noun phrase for the values of a shape, article included. */
    static String of(TypeShape shape) {
        return shape.accept(INSTANCE);
    }

    @Override
    public String scalar(TypeShape.Scalar scalar) {
        return switch (scalar) {
            case STRING -> "a string";
            case CHAR -> "a character";
            case BOOLEAN -> "a boolean";
            case BYTE, SHORT, INT, LONG, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL -> "a number";
            case JSON -> "any JSON";
        };
    }

    @Override
    public String text(TypeShape.TextOf text) {
        if (text.form() == TextForm.BYTES) {
            return "a byte[], which is Base64 text in JSON";
        }
        String name = text.form().javaName();
        return ofType(name.substring(name.lastIndexOf('.') + 1));
    }

    @Override
    public String list(TypeShape.ListOf list) {
        return switch (list.container()) {
            case LIST, COLLECTION, ITERABLE -> "a list";
            case SET -> "a set";
            case ARRAY, BOXED_ARRAY -> "an array";
        };
    }

    @Override
    public String map(TypeShape.MapOf map) {
        return "a map";
    }

    @Override
    public String named(TypeShape.Named named) {
        return ofType(named.type().simpleName());
    }

    @Override
    public String optional(TypeShape.OptionalOf optional) {
        return optional.value().accept(this);
    }

    @Override
    public String constrained(TypeShape.Constrained constrained) {
        return constrained.value().accept(this);
    }

    @Override
    public String nullable(TypeShape.NullableOf nullable) {
        return nullable.value().accept(this);
    }

    private static String ofType(String simpleName) {
        return "a value of type " + simpleName;
    }
}
