package dev.escapement.processor.check;

import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;

/** What values are called in messages. */
final class ShapeDescriptions {

    private ShapeDescriptions() {}

    static String of(TypeShape shape) {
        if (shape instanceof Scalar scalar) {
            return switch (scalar) {
                case STRING -> "a string";
                case CHAR -> "a character";
                case BOOLEAN -> "a boolean";
                case BYTE, SHORT, INT, LONG, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL -> "a number";
                case JSON -> "any JSON";
            };
        } else if (shape instanceof TypeShape.TextOf text) {
            String name = text.form().javaName();
            if (text.form() == TextForm.BYTES) {
                return "a byte[], which is Base64 text in JSON";
            }
            return "a value of type " + name.substring(name.lastIndexOf('.') + 1);
        } else if (shape instanceof TypeShape.ListOf list) {
            return switch (list.container()) {
                case LIST, COLLECTION, ITERABLE -> "a list";
                case SET -> "a set";
                case ARRAY, BOXED_ARRAY -> "an array";
            };
        } else if (shape instanceof TypeShape.MapOf) {
            return "a map";
        } else if (shape instanceof TypeShape.Named named) {
            return "a value of type " + named.type().simpleName();
        }
        return "this";
    }
}
