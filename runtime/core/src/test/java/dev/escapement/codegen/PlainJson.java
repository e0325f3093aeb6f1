package dev.escapement.codegen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An independent reader of JSON as a test oracle, written from RFC 8259 without code of the reader under test. It
 * returns maps, lists, strings, numbers without trailing zeros, booleans and {@link #NULL}. Its relaxed mode accepts
 * comments, trailing commas, other quotes and Python literals.
 */
final class PlainJson {

    /** The value {@code null}. */
    static final Object NULL = Nothing.NULL;

    private enum Nothing {
        NULL
    }

    /** Thrown if a text is not JSON. */
    static final class NoJson extends Exception {
        private static final long serialVersionUID = 1;

        private NoJson(String message) {
            super(message);
        }
    }

    private final String text;
    private final boolean relaxed;
    private int at;

    private PlainJson(String text, boolean relaxed) {
        this.text = text;
        this.relaxed = relaxed;
    }

    /** Returns the value of a JSON text. */
    static Object read(String text) throws NoJson {
        return new PlainJson(text, false).readAll();
    }

    /** Returns the value of a text with optional comments, trailing commas, single quotes and names without quotes. */
    static Object readRelaxed(String text) throws NoJson {
        return new PlainJson(text, true).readAll();
    }

    /** Returns a number without trailing zeros, so that equal numbers are equal objects. */
    static BigDecimal number(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private Object readAll() throws NoJson {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw fault("the end of the text");
        }
        return value;
    }

    private Object value() throws NoJson {
        skipSpace();
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case '\'' -> relaxed ? string() : scalar();
            default -> scalar();
        };
    }

    private Map<String, Object> object() throws NoJson {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        for (boolean first = true; !ends('}', first); first = false) {
            String name = name();
            skipSpace();
            expect(':');
            if (object.put(name, value()) != null) {
                throw fault("the name " + name + " once");
            }
        }
        return object;
    }

    private List<Object> array() throws NoJson {
        List<Object> array = new ArrayList<>();
        at++;
        while (!ends(']', array.isEmpty())) {
            array.add(value());
        }
        return array;
    }

    /** Skips the comma before the next element, or the closing bracket. */
    private boolean ends(char bracket, boolean first) throws NoJson {
        skipSpace();
        if (!first && peek() != bracket) {
            expect(',');
            skipSpace();
            if (peek() == bracket && !relaxed) {
                throw fault("no comma before " + bracket);
            }
        }
        boolean end = peek() == bracket;
        at += end ? 1 : 0;
        return end;
    }

    private String name() throws NoJson {
        char quote = peek();
        if (quote == '"' || (quote == '\'' && relaxed)) {
            return string();
        }
        int start = at;
        while (relaxed && at < text.length() && Character.isJavaIdentifierPart(peek())) {
            at++;
        }
        if (at == start) {
            throw fault("a name");
        }
        return text.substring(start, at);
    }

    private String string() throws NoJson {
        StringBuilder string = new StringBuilder();
        char quote = next();
        for (char c = next(); c != quote; c = next()) {
            if (c < ' ') {
                throw fault("no control character");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() throws NoJson {
        char c = next();
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = "0123456789abcdef".indexOf(Character.toLowerCase(next()));
                    if (digit < 0) {
                        throw fault("four hexadecimal digits");
                    }
                    code = code << 4 | digit;
                }
                return (char) code;
            default:
                if (c == '\'' && relaxed) {
                    return c;
                }
                throw fault("a known escape");
        }
    }

    private Object scalar() throws NoJson {
        int start = at;
        while (at < text.length() && ("+-._".indexOf(peek()) >= 0 || Character.isLetterOrDigit(peek()))) {
            at++;
        }
        String scalar = text.substring(start, at);
        switch (scalar) {
            case "null":
                return NULL;
            case "true":
                return true;
            case "false":
                return false;
            case "None", "True", "False":
                if (relaxed) {
                    return scalar.equals("None") ? NULL : scalar.equals("True");
                }
                throw fault("a value");
            default:
                if (scalar.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                    return number(new BigDecimal(scalar));
                }
                throw fault("a value");
        }
    }

    private void skipSpace() throws NoJson {
        while (at < text.length()) {
            if (" \t\r\n".indexOf(peek()) >= 0) {
                at++;
            } else if (relaxed && (text.startsWith("//", at) || peek() == '#')) {
                while (at < text.length() && peek() != '\n' && peek() != '\r') {
                    at++;
                }
            } else if (relaxed && text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw fault("the end of a comment");
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    private void expect(char expected) throws NoJson {
        if (next() != expected) {
            throw fault("a " + expected);
        }
    }

    private char next() throws NoJson {
        char c = peek();
        at++;
        return c;
    }

    private char peek() throws NoJson {
        if (at == text.length()) {
            throw fault("more text");
        }
        return text.charAt(at);
    }

    private NoJson fault(String expected) {
        return new NoJson("expected " + expected + " at " + at);
    }
}
