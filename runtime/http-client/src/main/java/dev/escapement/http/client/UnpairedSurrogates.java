package dev.escapement.http.client;

import java.nio.charset.StandardCharsets;

/**
 * A filter that replaces unpaired surrogates. Providers reject a request that contains one, and every later request of
 * the thread would contain it, too. Models produce them by escaping an emoji incorrectly, and tools by truncating a
 * string within one.
 */
public final class UnpairedSurrogates {

    private static final String REPLACEMENT = "\\ufffd";
    private static final int ESCAPE_LENGTH = REPLACEMENT.length();

    private UnpairedSurrogates() {}

    /**
     * Replaces each unpaired surrogate in a string with U+FFFD.
     *
     * @param text any string
     * @return the text
     */
    public static String replace(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    /**
     * Replaces each unpaired surrogate in JSON text with U+FFFD, including escaped surrogates.
     *
     * @param json JSON text, possibly cut off or damaged
     * @return the text
     */
    public static String replaceInJson(String json) {
        if (!json.contains("\\u")) {
            return replace(json);
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
                int next = Math.min(i + 2, json.length()); // the escaped character may itself be a backslash
                clean.append(json, i, next);
                i = next;
            }
        }
        return replace(clean.toString());
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
