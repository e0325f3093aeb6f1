package dev.escapement.codegen;

import dev.escapement.internal.json.CanonicalJson;
import dev.escapement.internal.json.JsonSyntax;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.util.BufferRecycler;

/**
 * A growable character buffer for JSON text. Its methods append raw text, escaped strings, and integers. A buffer that grows
 * uses the characters of an earlier one from Jackson's pool, because growing costs more than writing.
 */
final class JsonBuffer {

    /** The initial capacity in characters, enough for most tool arguments and results. */
    private static final int INITIAL_CAPACITY = 200;

    /** The maximum number of characters in a 64-bit decimal integer, including the sign. */
    private static final int MAX_LONG_LENGTH = 20;

    /** The maximum capacity in characters of a buffer that is returned to the pool. */
    private static final int MAX_POOLED_CAPACITY = 1 << 16;

    private char[] characters = new char[INITIAL_CAPACITY];
    private int length;

    /** The holder of buffers from Jackson's pool; null if this buffer has not grown. */
    private @Nullable BufferRecycler recycler;

    int length() {
        return length;
    }

    /** Returns the text from a position to the end. */
    String substring(int start) {
        return new String(characters, start, length - start);
    }

    /** Returns the text. A buffer that has grown is empty afterwards, because others use its characters. */
    String finish() {
        String text = substring(0);
        if (recycler != null) {
            if (characters.length <= MAX_POOLED_CAPACITY) {
                recycler.releaseCharBuffer(BufferRecycler.CHAR_CONCAT_BUFFER, characters);
            }
            recycler.releaseToPool();
            recycler = null;
            characters = new char[0];
            length = 0;
        }
        return text;
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
        char[] target = characters;
        int start = length + 1;
        int end = start + count;
        value.getChars(0, count, target, start);
        for (int i = start; i < end; i++) {
            char c = target[i];
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        target[length] = '"';
        target[end] = '"';
        length = end + 1;
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
            grow(required);
        }
    }

    private void grow(int required) {
        if (recycler == null) {
            recycler = JsonSyntax.UNLIMITED._getBufferRecycler();
            char[] pooled = recycler.allocCharBuffer(BufferRecycler.CHAR_CONCAT_BUFFER, required);
            System.arraycopy(characters, 0, pooled, 0, length);
            characters = pooled;
        } else {
            int doubled = (int) Math.min(2L * characters.length, Integer.MAX_VALUE - 8);
            characters = Arrays.copyOf(characters, Math.max(required, doubled));
        }
    }
}
