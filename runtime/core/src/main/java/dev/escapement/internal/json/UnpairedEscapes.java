package dev.escapement.internal.json;

/**
 * The conversion of escaped unpaired surrogates in JSON text, such as {@code \\ud83d}. Jackson accepts them in strings,
 * but in names only if they are not escaped. JSON allows them in both (RFC 8259, section 8.2).
 */
public final class UnpairedEscapes {

    private static final int HEX_DIGITS = 4;
    private static final int ESCAPE_LENGTH = 6;

    private UnpairedEscapes() {}

    /**
     * Replaces escaped unpaired surrogates with the surrogates themselves.
     *
     * @param json any text
     * @return the same string if it does not contain such an escape
     */
    public static String unescaped(String json) {
        if (!json.contains("\\ud") && !json.contains("\\uD")) {
            return json;
        }
        StringBuilder text = new StringBuilder(json.length());
        int copied = 0;
        int at = json.indexOf('\\');
        while (at >= 0) {
            int unit = unit(json, at);
            int next = at + 2;
            if (unit >= 0 && Character.isHighSurrogate((char) unit) && isLow(unit(json, at + ESCAPE_LENGTH))) {
                next = at + 2 * ESCAPE_LENGTH;
            } else if (unit >= 0 && Character.isSurrogate((char) unit)) {
                text.append(json, copied, at).append((char) unit);
                next = at + ESCAPE_LENGTH;
                copied = next;
            }
            at = json.indexOf('\\', next);
        }
        return copied == 0 ? json : text.append(json, copied, json.length()).toString();
    }

    /** Replaces unpaired surrogates with their escapes. */
    public static String escaped(String json) {
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); ) {
            int c = json.codePointAt(i);
            i += Character.charCount(c);
            if (Character.getType(c) == Character.SURROGATE) {
                CanonicalJson.appendEscape(c, text);
            } else {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    private static boolean isLow(int unit) {
        return unit >= 0 && Character.isLowSurrogate((char) unit);
    }

    /** Returns the UTF-16 code unit of the escape at an offset, or -1 if there is none. */
    private static int unit(String json, int at) {
        if (!json.startsWith("\\u", at) || at + ESCAPE_LENGTH > json.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = ESCAPE_LENGTH - HEX_DIGITS; i < ESCAPE_LENGTH; i++) {
            char c = json.charAt(at + i);
            int digit = Character.digit(c, 16);
            if (digit < 0 || c > 'f') { // a digit of another script
                return -1;
            }
            unit = unit << HEX_DIGITS | digit;
        }
        return unit;
    }
}
