package dev.escapement.anthropic;

import java.nio.charset.StandardCharsets;

/**
 * Texts without halves of surrogate pairs. The API refuses a request that has one, and with it the whole thread; models
 * write them where they escape an emoji badly, tools where they cut a text in the middle of one.
 */
final class WellFormed {

    private static final String REPLACEMENT = "\\ufffd";
    private static final int ESCAPE_LENGTH = REPLACEMENT.length();

    private WellFormed() {}

    /** The text, with the sign for a lost character in place of each half. */
    static String text(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    /** The JSON text, with an escape of the sign for a lost character in place of each escape of a half. */
    static String json(String json) {
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
                clean.append(json, i, i + 2); // what is escaped may itself be a backslash
                i += 2;
            }
        }
        return text(clean.toString());
    }

    private static boolean isEscape(String json, int at, int from, int to) {
        if (!json.startsWith("\\u", at) || json.length() < at + ESCAPE_LENGTH) {
            return false;
        }
        int unit = Integer.parseInt(json.substring(at + 2, at + ESCAPE_LENGTH), 16);
        return unit >= from && unit <= to;
    }
}
