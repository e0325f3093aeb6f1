package dev.escapement.internal.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict parser for short JSON documents (RFC 8259), which rejects duplicate property names. */
final class JsonParser {

    private static final int MAX_DEPTH = 1_000;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

    private final String json;
    private int at;

    JsonParser(String json) {
        this.json = json;
    }

    JsonValue parse() {
        JsonValue value = value(0);
        if (at < json.length()) {
            throw fault();
        }
        return value;
    }

    /** Parses a value and the whitespace around it. */
    private JsonValue value(int depth) {
        skipBlanks();
        if (at == json.length() || depth > MAX_DEPTH) {
            throw fault();
        }
        JsonValue value = switch (json.charAt(at)) {
            case '"' -> new JsonValue.Text(string());
            case '[' -> array(depth);
            case '{' -> object(depth);
            case 't' -> word("true", new JsonValue.Bool(true));
            case 'f' -> word("false", new JsonValue.Bool(false));
            case 'n' -> word("null", new JsonValue.Null());
            default -> number();
        };
        skipBlanks();
        return value;
    }

    private JsonValue array(int depth) {
        List<JsonValue> elements = new ArrayList<>();
        expect('[');
        skipBlanks();
        if (!skip(']')) {
            do {
                elements.add(value(depth + 1));
            } while (skip(','));
            expect(']');
        }
        return new JsonValue.Array(elements);
    }

    private JsonValue object(int depth) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        expect('{');
        skipBlanks();
        if (!skip('}')) {
            do {
                skipBlanks();
                String name = string();
                skipBlanks();
                expect(':');
                if (properties.put(name, value(depth + 1)) != null) {
                    throw fault();
                }
            } while (skip(','));
            expect('}');
        }
        return new JsonValue.Members(properties);
    }

    private JsonValue word(String word, JsonValue value) {
        if (!json.startsWith(word, at)) {
            throw fault();
        }
        at += word.length();
        return value;
    }

    private JsonValue number() {
        Matcher matcher = NUMBER.matcher(json).region(at, json.length());
        if (!matcher.lookingAt()) {
            throw fault();
        }
        at = matcher.end();
        BigDecimal number = new BigDecimal(matcher.group());
        return new JsonValue.Numeral(
                number, number.signum() == 0 && matcher.group().startsWith("-"));
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        expect('"');
        while (!skip('"')) {
            char c = next();
            if (c < ' ') {
                throw fault();
            }
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (16 * (16 * (16 * hexDigit() + hexDigit()) + hexDigit()) + hexDigit());
            default -> throw fault();
        };
    }

    private int hexDigit() {
        char c = next();
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw fault();
        }
        return digit;
    }

    private char next() {
        if (at == json.length()) {
            throw fault();
        }
        return json.charAt(at++);
    }

    private void skipBlanks() {
        while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char c) {
        boolean there = at < json.length() && json.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw fault();
        }
    }

    private IllegalArgumentException fault() {
        return new IllegalArgumentException("no JSON: a fault at index " + at);
    }
}
