package dev.escapement.internal.json;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * The canonical forms of JSON values. One is that of the JSON Canonicalization Scheme (RFC 8785); the other is an exact
 * form that distinguishes all numbers.
 */
public final class CanonicalJson {

    private final boolean exact;

    private CanonicalJson(boolean exact) {
        this.exact = exact;
    }

    /** Returns the RFC 8785 form of the value that begins at the parser's next token. */
    public static String of(JsonParser parser) {
        parser.nextToken();
        return new CanonicalJson(false).form(parser);
    }

    /**
     * Returns a form that two values share if and only if they are equal in JSON Schema. Numbers are compared with all
     * their digits (2020-12 core, section 4.2.2). The last value of a duplicate name counts, as for most readers.
     *
     * @param parser the parser, positioned at the first token of the value; on return, at its last
     */
    public static String exact(JsonParser parser) {
        return new CanonicalJson(true).form(parser);
    }

    private String form(JsonParser parser) {
        StringBuilder text = new StringBuilder();
        append(parser, text);
        return text.toString();
    }

    private void append(JsonParser parser, StringBuilder text) {
        switch (parser.currentToken()) {
            case START_OBJECT -> appendObject(parser, text);
            case START_ARRAY -> appendArray(parser, text);
            case VALUE_STRING -> appendString(parser.getString(), text);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> text.append(number(parser.getString()));
            default -> text.append(parser.getString());
        }
    }

    private String number(String number) {
        return exact ? EcmaNumbers.exact(number) : EcmaNumbers.canonical(number);
    }

    private void appendObject(JsonParser parser, StringBuilder text) {
        // RFC 8785 section 3.2.3 requires the order of UTF-16 code units, which is that of String.
        Map<String, String> properties = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (properties.put(name, form(parser)) != null && !exact) {
                throw new IllegalArgumentException(repeated(path(parser)));
            }
        }
        char separator = '{';
        for (Map.Entry<String, String> property : properties.entrySet()) {
            appendString(property.getKey(), text.append(separator));
            text.append(':').append(property.getValue());
            separator = ',';
        }
        text.append(properties.isEmpty() ? "{}" : "}");
    }

    /** Returns the error message for a repeated property name. */
    public static String repeated(String path) {
        return "no canonical form: duplicate name at " + path;
    }

    /** Returns the parser's position in the form of {@link Violation#path()}. */
    private static String path(JsonParser parser) {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext at = parser.streamReadContext(); at != null; at = at.getParent()) {
            if (at.inObject()) {
                path.insert(0, JsonPath.segment(at.currentName()));
            } else if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            }
        }
        return path.insert(0, '$').toString();
    }

    private void appendArray(JsonParser parser, StringBuilder text) {
        text.append('[');
        for (boolean first = true; parser.nextToken() != JsonToken.END_ARRAY; first = false) {
            text.append(first ? "" : ",");
            append(parser, text);
        }
        text.append(']');
    }

    /**
     * Appends a string in quotes, with JSON escapes. Unpaired surrogates are escaped, because they cannot be encoded as
     * bytes.
     */
    public static void appendString(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ' || Character.getType(c) == Character.SURROGATE) {
                        appendEscape(c, text);
                    } else {
                        text.appendCodePoint(c);
                    }
                }
            }
        }
        text.append('"');
    }

    static void appendEscape(int c, StringBuilder text) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
