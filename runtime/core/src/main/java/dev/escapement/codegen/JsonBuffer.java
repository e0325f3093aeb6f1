package dev.escapement.codegen;

import dev.escapement.internal.json.CanonicalJson;
import java.util.Arrays;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.io.NumberOutput;

/** A growable character buffer for JSON text. Its methods append raw text, escaped strings, and integers. */
final class JsonBuffer {

    /** The initial capacity in characters, enough for most tool arguments and results. */
    private static final int INITIAL_CAPACITY = 200;

    /** The maximum number of characters in a 64-bit decimal integer, including the sign. */
    private static final int MAX_LONG_LENGTH = 20;

    private char[] characters = new char[INITIAL_CAPACITY];
    private int length;

    int length() {
        return length;
    }

    /** Returns the text from a position to the end. */
    String substring(int start) {
        return new String(characters, start, length - start);
    }

    @Override
    public String toString() {
        return substring(0);
    }

    void append(char c) {
        ensureCapacity(1);
        characters[length++] = c;
    }

    void append(String text) {
        ensureCapacity(text.length());
        text.getChars(0, text.length(), characters, length);
        length += text.length();
    }

    void append(long number) {
        ensureCapacity(MAX_LONG_LENGTH);
        length = NumberOutput.outputLong(number, characters, length);
    }

    /** Appends a quoted property name and a colon. */
    void appendName(String name) {
        appendString(name);
        append(':');
    }

    /** Appends a string in quotes. Unpaired surrogates are escaped, because they cannot be encoded as bytes. */
    void appendString(String value) {
        if (!appendPlain(value)) {
            if (hasHalfPair(value)) {
                StringBuilder escaped = new StringBuilder();
                CanonicalJson.appendString(value, escaped);
                append(escaped.toString());
            } else {
                appendEscaped(value);
            }
        }
    }

    /**
     * Appends a string in quotes and returns true, or returns false if a character requires an escape or is a
     * surrogate.
     */
    private boolean appendPlain(String value) {
        int count = value.length();
        ensureCapacity(count + 2);
        int at = length;
        characters[at++] = '"';
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
            characters[at++] = c;
        }
        characters[at++] = '"';
        length = at;
        return true;
    }

    private void appendEscaped(String value) {
        append('"');
        append(new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)));
        append('"');
    }

    private static boolean hasHalfPair(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                int c = value.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(c)) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private void ensureCapacity(int more) {
        int required = Math.addExact(length, more);
        if (required > characters.length) {
            int doubled = (int) Math.min(2L * characters.length, Integer.MAX_VALUE - 8);
            characters = Arrays.copyOf(characters, Math.max(required, doubled));
        }
    }
}
