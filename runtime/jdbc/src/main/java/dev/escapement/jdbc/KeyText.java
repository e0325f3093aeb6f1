package dev.escapement.jdbc;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of ids and names, which differs from the text in two cases. PostgreSQL refuses U+0000, and its driver
 * replaces lone surrogates without an error, so that different ids would become equal: both are escaped with U+001A. The
 * entry of an index in PostgreSQL has at most 2,704 bytes: the end of a longer text is replaced by a hash, and another
 * column contains the complete text.
 */
final class KeyText {

    /** The maximum length in UTF-8. The entry of an index can contain two of these texts. */
    static final int MAX_BYTES = 1_000;

    /** The number of UTF-16 code units that remain of a longer text, each of which has at most 3 bytes in UTF-8. */
    private static final int KEPT = 300;

    private static final char ESCAPE = '\u001a';

    /** Follows U+001A in a shortened text. It is not a hexadecimal digit. */
    private static final char SHORTENED = 's';

    private KeyText() {}

    static String stored(String text) {
        String escaped = escaped(text);
        if (!isLong(escaped)) {
            return escaped;
        }
        int kept = Character.isHighSurrogate(escaped.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
        return escaped.substring(0, kept) + ESCAPE + SHORTENED + EventSums.hash(escaped);
    }

    private static boolean isLong(String escaped) {
        return escaped.length() > MAX_BYTES || escaped.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /** Returns the complete text in escaped form; null if the stored form of the text is complete. */
    static @Nullable String complete(String text) {
        String escaped = escaped(text);
        return isLong(escaped) ? escaped : null;
    }

    /** Returns whether a stored form is not complete. */
    static boolean isShortened(String stored) {
        int escape = stored.lastIndexOf(ESCAPE);
        return escape >= 0 && stored.startsWith(String.valueOf(SHORTENED), escape + 1);
    }

    /** Returns the text, given its stored form, and its complete form unless the stored form is complete. */
    static String original(String stored, @Nullable String complete) {
        return original(complete == null ? stored : complete);
    }

    private static String escaped(String text) {
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

    /** Returns the text, given its stored form; without its end if the stored form is not complete. */
    static String original(String stored) {
        String kept = isShortened(stored) ? stored.substring(0, stored.lastIndexOf(ESCAPE)) : stored;
        StringBuilder text = new StringBuilder();
        int from = 0;
        int escape = kept.indexOf(ESCAPE);
        for (; escape >= 0 && escape + 5 <= kept.length(); escape = kept.indexOf(ESCAPE, from)) {
            text.append(kept, from, escape).append((char) Integer.parseInt(kept.substring(escape + 1, escape + 5), 16));
            from = escape + 5;
        }
        return text.append(kept, from, escape < 0 ? kept.length() : escape).toString();
    }
}
