package dev.escapement.processor.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON value. */
public sealed interface JsonValue {

    /** A string. */
    record Text(String text) implements JsonValue {}

    /**
     * A number, with all its digits.
     *
     * @param minusZero whether it is a zero with a minus sign, which only numbers of floating point keep
     */
    record Numeral(BigDecimal number, boolean minusZero) implements JsonValue {

        /** Any number but a zero with a minus sign. */
        public Numeral(BigDecimal number) {
            this(number, false);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements JsonValue {}

    /** {@code null}. */
    record Null() implements JsonValue {}

    /** An array. */
    record Array(List<JsonValue> elements) implements JsonValue {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** An object, its properties in the order of the text. */
    record Members(Map<String, JsonValue> properties) implements JsonValue {
        public Members {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }
    }

    /**
     * Parses a text that is exactly one JSON value.
     *
     * @throws IllegalArgumentException if it is none
     */
    static JsonValue parse(String json) {
        return new JsonParser(json).parse();
    }

    /** The value as compact JSON. */
    default String json() {
        if (this instanceof Text text) {
            return quote(text.text());
        } else if (this instanceof Numeral numeral) {
            return (numeral.minusZero() ? "-" : "") + numeral.number();
        } else if (this instanceof Bool bool) {
            return String.valueOf(bool.value());
        } else if (this instanceof Array array) {
            return array.elements().stream().map(JsonValue::json).collect(Collectors.joining(",", "[", "]"));
        } else if (this instanceof Members members) {
            return members.properties().entrySet().stream()
                    .map(property ->
                            quote(property.getKey()) + ":" + property.getValue().json())
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return "null";
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || Character.getType(c) == Character.SURROGATE) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
