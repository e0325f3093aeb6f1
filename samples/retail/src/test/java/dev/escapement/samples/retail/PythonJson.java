package dev.escapement.samples.retail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON in the format of Python's {@code json} module. Documents are maps, lists, strings, booleans, nulls and
 * {@link Num numbers}, which keep their text.
 */
final class PythonJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private PythonJson() {}

    /** A number in its original notation. */
    record Num(String text) {}

    /** Parses a document. */
    static Object read(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON value");
            }
            return value;
        }
    }

    /** Parses a document that is an object. */
    static Map<String, Object> readObject(String json) {
        return object(read(json));
    }

    @SuppressWarnings("unchecked") // every map that read() creates is one
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // every list that read() creates is one
    static List<Object> array(Object value) {
        return (List<Object>) value;
    }

    /** Writes a document like {@code json.dumps(value)}. */
    static String dumps(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, false);
        return out.toString();
    }

    /** Writes a document like {@code json.dumps(value, sort_keys=True)}. */
    static String dumpsSorted(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, true);
        return out.toString();
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("no JSON value: " + parser.currentToken());
        };
    }

    private static void write(StringBuilder out, Object value, boolean sorted) {
        if (value instanceof Map) {
            Map<String, Object> members = object(value);
            out.append('{');
            String separator = "";
            for (Map.Entry<String, Object> member : (sorted ? new TreeMap<>(members) : members).entrySet()) {
                out.append(separator);
                string(out, member.getKey());
                out.append(": ");
                write(out, member.getValue(), sorted);
                separator = ", ";
            }
            out.append('}');
        } else if (value instanceof Collection<?> elements) {
            out.append(elements.stream()
                    .map(element -> {
                        StringBuilder inner = new StringBuilder();
                        write(inner, element, sorted);
                        return inner;
                    })
                    .collect(Collectors.joining(", ", "[", "]")));
        } else if (value instanceof String text) {
            string(out, text);
        } else {
            out.append(value instanceof Num number ? number.text() : value);
        }
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c >= ' ' && c < 0x7f) {
                        out.append(c);
                    } else {
                        unicode(out, c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void unicode(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
