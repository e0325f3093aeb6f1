package dev.escapement.internal.tree;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON value. */
public sealed interface JsonValue {

    /** Returns the value as compact JSON. */
    String json();

    /** Returns the number of elements in an array or of properties in an object, or 0 for any other value. */
    int size();

    /** A JSON string. */
    record Text(String text) implements JsonValue {

        @Override
        public String json() {
            return quote(text);
        }

        @Override
        public int size() {
            return 0;
        }
    }

    /**
     * A JSON number with unlimited precision.
     *
     * @param minusZero whether the number is negative zero, which only floating-point types distinguish from zero
     */
    record Numeral(BigDecimal number, boolean minusZero) implements JsonValue {

        /** Creates a number other than negative zero. */
        public Numeral(BigDecimal number) {
            this(number, false);
        }

        @Override
        public String json() {
            return (minusZero ? "-" : "") + number;
        }

        @Override
        public int size() {
            return 0;
        }
    }

    /** The literal {@code true} or {@code false}. */
    record Bool(boolean value) implements JsonValue {

        @Override
        public String json() {
            return String.valueOf(value);
        }

        @Override
        public int size() {
            return 0;
        }
    }

    /** The literal {@code null}. */
    record Null() implements JsonValue {

        @Override
        public String json() {
            return "null";
        }

        @Override
        public int size() {
            return 0;
        }
    }

    /** A JSON array. */
    record Array(List<JsonValue> elements) implements JsonValue {
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public String json() {
            return elements.stream().map(JsonValue::json).collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public int size() {
            return elements.size();
        }
    }

    /** A JSON object with its properties in source order. */
    record Members(Map<String, JsonValue> properties) implements JsonValue {
        public Members {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }

        @Override
        public String json() {
            return properties.entrySet().stream()
                    .map(property ->
                            quote(property.getKey()) + ":" + property.getValue().json())
                    .collect(Collectors.joining(",", "{", "}"));
        }

        @Override
        public int size() {
            return properties.size();
        }
    }

    /**
     * Parses a string that must contain exactly one JSON value.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    static JsonValue parse(String json) {
        return new JsonParser(json).parse();
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
