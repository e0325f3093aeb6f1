package dev.escapement.wire;

import java.nio.charset.StandardCharsets;

/**
 * Texts without halves of surrogate pairs. Providers refuse a request that has one, and with it the whole thread; models
 * write them where they escape an emoji badly, tools where they cut a text in the middle of one.
 */
public final class WellFormed {

    private static final String REPLACEMENT = "\\ufffd";
    private static final int ESCAPE_LENGTH = REPLACEMENT.length();

    private WellFormed() {}

    /**
     * Cleans a text.
     *
     * @param text any text
     * @return the text, with the sign for a lost character in place of each half
     */
    public static String text(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    /**
     * Cleans a JSON text.
     *
     * @param json JSON text, perhaps cut off or damaged
     * @return the text, with an escape of the sign for a lost character in place of each escape of a half
     */
    public static String json(String json) {
        if (!json.contains("\\u")) {
            return text(json);
        }
        StringBuilder clean = new StringBuilder();
        int i = 0;
        while (i < json.length()) {
            if (json.charAt(i) != '\\') {
                clean.append(json.charAt(i));
                i++;
            } else if (isEscape(json, i, 0xD800, 0xDBFF) && isEscape(json, i + ESCAPE_LENGTH, 0xDC00, 0xDFFF)) {
                clean.append(json, i, i + 2 * ESCAPE_LENGTH);
                i += 2 * ESCAPE_LENGTH;
            } else if (isEscape(json, i, 0xD800, 0xDFFF)) {
                clean.append(REPLACEMENT);
                i += ESCAPE_LENGTH;
            } else {
                int next = Math.min(i + 2, json.length()); // what is escaped may itself be a backslash
                clean.append(json, i, next);
                i = next;
            }
        }
        return text(clean.toString());
    }

    private static boolean isEscape(String json, int at, int from, int to) {
        if (!json.startsWith("\\u", at) || json.length() < at + ESCAPE_LENGTH) {
            return false;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE_LENGTH; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                return false;
            }
            unit = 16 * unit + digit;
        }
        return unit >= from && unit <= to;
    }
}
