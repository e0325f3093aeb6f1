package dev.escapement.jdbc;

import java.nio.charset.StandardCharsets;

/**
 * The stored form of ids and names. PostgreSQL refuses U+0000, and its driver replaces lone surrogates without an error,
 * so that different ids would become equal. Both are therefore escaped with U+001A; all other texts are stored as they
 * are.
 */
final class KeyText {

    /** The maximum length of an id in UTF-8: an entry of an index in PostgreSQL has at most 2,704 bytes. */
    static final int MAX_BYTES = 1_000;

    private static final char ESCAPE = '\u001a';

    private KeyText() {}

    static String stored(String text) {
        if (!requiresEscape(text)) {
            return text;
        }
        StringBuilder stored = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == 0 || point == ESCAPE || isSurrogate(point)) {
                stored.append(ESCAPE).append(String.format("%04x", point));
            } else {
                stored.appendCodePoint(point);
            }
        });
        return stored.toString();
    }

    private static boolean requiresEscape(String text) {
        return text.codePoints().anyMatch(point -> point == 0 || point == ESCAPE || isSurrogate(point));
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    static String original(String stored) {
        int escape = stored.indexOf(ESCAPE);
        if (escape < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (; escape >= 0; escape = stored.indexOf(ESCAPE, from)) {
            text.append(stored, from, escape).append((char) Integer.parseInt(stored.substring(escape + 1, escape + 5), 16));
            from = escape + 5;
        }
        return text.append(stored, from, stored.length()).toString();
    }

    /** Returns the stored form of the id of a new thread. */
    static String ofNewThread(String id) {
        String stored = stored(id);
        if (stored.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("The id of a thread must have at most " + MAX_BYTES
                    + " bytes in UTF-8, because databases limit the size of an entry in an index.");
        }
        return stored;
    }
}
