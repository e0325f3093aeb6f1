package dev.escapement.internal.json;

import java.util.BitSet;
import java.util.List;

/**
 * A strict scan of JSON text up to its first syntax fault. It runs only after a parser rejected the text, and takes
 * linear time and no recursion for any text.
 */
final class SyntaxScan {

    /** The input that the scan expects next. */
    enum Expected {
        VALUE("a value"),
        ELEMENT_OR_END("a value or \"]\""),
        NAME_OR_END("a name in double quotes or \"}\""),
        NAME("a name in double quotes"),
        COLON("\":\""),
        MORE_OR_END_OF_OBJECT("\",\" or \"}\""),
        MORE_OR_END_OF_ARRAY("\",\" or \"]\""),
        END_OF_TEXT(ViolationMessages.ONE_VALUE),
        CHARACTER("a printable character or a closing quote"),
        ESCAPE("an escape of JSON"),
        DIGIT("a digit");

        private final String phrase;

        Expected(String phrase) {
            this.phrase = phrase;
        }

        /** Returns the phrase for use after <em>expected</em>. */
        String phrase() {
            return phrase;
        }
    }

    /** A kind of token. */
    enum Token {
        NONE,
        PUNCTUATION,
        NAME,
        STRING,
        NUMBER,
        LITERAL
    }

    private static final List<String> LITERALS = List.of("true", "false", "null");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final int HEX_DIGITS = 4;

    final String text;

    /** The offset of the fault, or of the end of the text. */
    int at;

    /** The input expected at the fault. */
    Expected expected = Expected.VALUE;

    /** The number of objects and arrays that contain the fault. */
    int depth;

    /** The last complete token before the fault, or the string or number that contains it. */
    Token last = Token.NONE;

    /** The offset of the first character of the last token. */
    int start;

    /** The offset after the last token. */
    int end;

    private final BitSet objects = new BitSet();
    private boolean faulty;

    SyntaxScan(String text) {
        this.text = text;
        boolean more = true;
        while (more && skipSpace()) {
            more = step(text.charAt(at));
        }
    }

    /** Returns whether the scan stopped at a fault, which can be the end of an incomplete text. */
    boolean isFaulty() {
        return faulty || expected != Expected.END_OF_TEXT;
    }

    /** Returns whether the fault is the end of the text. */
    boolean isAtEnd() {
        return at >= text.length();
    }

    /** Returns whether the innermost structure that contains the fault is an object. */
    boolean isInObject() {
        return depth > 0 && objects.get(depth - 1);
    }

    private boolean skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Consumes a token, and returns false at a fault. */
    private boolean step(char c) {
        return switch (expected) {
            case ELEMENT_OR_END -> c == ']' ? close() : value(c);
            case NAME_OR_END -> c == '}' ? close() : name(c);
            case VALUE -> value(c);
            case NAME -> name(c);
            case COLON -> punctuation(c == ':', Expected.VALUE);
            case MORE_OR_END_OF_OBJECT -> c == '}' ? close() : punctuation(c == ',', Expected.NAME);
            case MORE_OR_END_OF_ARRAY -> c == ']' ? close() : punctuation(c == ',', Expected.VALUE);
            case END_OF_TEXT, CHARACTER, ESCAPE, DIGIT -> fault(expected);
        };
    }

    private boolean name(char c) {
        if (c != '"') {
            return fault(expected);
        }
        boolean complete = string(Token.NAME);
        expected = complete ? Expected.COLON : expected;
        return complete;
    }

    private boolean value(char c) {
        if (c == '{' || c == '[') {
            objects.set(depth, c == '{');
            depth++;
            return punctuation(true, c == '{' ? Expected.NAME_OR_END : Expected.ELEMENT_OR_END);
        } else if (c == '"') {
            return endValue(string(Token.STRING));
        } else if (c == '-' || isDigit(c)) {
            return endValue(number());
        }
        return endValue(literal());
    }

    private boolean close() {
        punctuation(true, expected);
        depth--;
        return endValue(true);
    }

    private boolean endValue(boolean complete) {
        if (complete) {
            expected = depth == 0
                    ? Expected.END_OF_TEXT
                    : isInObject() ? Expected.MORE_OR_END_OF_OBJECT : Expected.MORE_OR_END_OF_ARRAY;
        }
        return complete;
    }

    /** Consumes a character of punctuation if it is the expected one, and returns whether it is. */
    private boolean punctuation(boolean right, Expected next) {
        if (!right) {
            return fault(expected);
        }
        begin(Token.PUNCTUATION);
        at++;
        end = at;
        expected = next;
        return true;
    }

    private void begin(Token token) {
        last = token;
        start = at;
    }

    private boolean string(Token token) {
        begin(token);
        at++;
        for (; at < text.length() && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c < ' ') {
                return fault(Expected.CHARACTER);
            }
            if (c == '\\' && !escape()) {
                return fault(at < text.length() ? Expected.ESCAPE : Expected.CHARACTER);
            }
        }
        if (at >= text.length()) {
            return fault(Expected.CHARACTER);
        }
        at++;
        end = at;
        return true;
    }

    /** Moves to the last character of an escape, or returns false at a character that is not part of an escape. */
    private boolean escape() {
        at++;
        if (at >= text.length() || text.charAt(at) != 'u') {
            return at < text.length() && ESCAPES.indexOf(text.charAt(at)) >= 0;
        }
        for (int i = 0; i < HEX_DIGITS; i++) {
            at++;
            if (at >= text.length() || Character.digit(text.charAt(at), 16) < 0 || text.charAt(at) > 'f') {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        begin(Token.NUMBER);
        if (text.charAt(at) == '-') {
            at++;
        }
        boolean zero = at < text.length() && text.charAt(at) == '0';
        if (!digits(zero ? 1 : Integer.MAX_VALUE)) {
            return false;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (!digits(Integer.MAX_VALUE)) {
                return false;
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            if (!digits(Integer.MAX_VALUE)) {
                return false;
            }
        }
        end = at;
        return true;
    }

    private boolean digits(int max) {
        int from = at;
        while (at < text.length() && at - from < max && isDigit(text.charAt(at))) {
            at++;
        }
        return at > from || fault(Expected.DIGIT);
    }

    private boolean literal() {
        for (String literal : LITERALS) {
            int after = at + literal.length();
            if (text.startsWith(literal, at)
                    && (after == text.length() || !Character.isJavaIdentifierPart(text.charAt(after)))) {
                begin(Token.LITERAL);
                at = after;
                end = after;
                return true;
            }
        }
        return fault(expected);
    }

    private boolean fault(Expected what) {
        expected = what;
        faulty = true;
        return false;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
