package dev.escapement.internal.text;

/**
 * Excerpts of untrusted text for display. They are truncated to a maximum length, and invisible and control characters
 * are escaped. Neither a character nor an escape is split.
 */
public final class Excerpt {

    private static final char ZERO_WIDTH_NON_JOINER = '\u200c';
    private static final char ZERO_WIDTH_JOINER = '\u200d';

    private Excerpt() {}

    /**
     * Returns a one-line excerpt from the beginning of a string.
     *
     * @param text any text
     * @param maxLength the maximum number of characters in the excerpt; the last one is {@code …} if the text was
     *     truncated
     * @return the excerpt
     */
    public static String line(String text, int maxLength) {
        return excerpt(text, maxLength, "", "");
    }

    /**
     * Returns an excerpt from the beginning of a string, including its line breaks and tabs.
     *
     * @param text any text
     * @param maxLength the maximum number of characters in the excerpt; the last one is {@code …} if the text was
     *     truncated
     * @return the excerpt, its lines separated by line feeds
     */
    public static String lines(String text, int maxLength) {
        return excerpt(text.replace("\r\n", "\n"), maxLength, "\n\t", "");
    }

    /**
     * Returns a quoted one-line excerpt from the beginning of a string, escaped as in JSON.
     *
     * @param text any text
     * @param maxLength the maximum number of characters between the quotes
     * @return the excerpt
     */
    public static String quoted(String text, int maxLength) {
        return '"' + excerpt(text, maxLength, "", "\"\\") + '"';
    }

    private static String excerpt(String text, int maxLength, String keep, String protect) {
        StringBuilder shown = new StringBuilder();
        int cut = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (keep.indexOf(c) < 0 && isUnseen(c)) {
                escape(c, shown);
            } else {
                shown.append(protect.indexOf(c) < 0 ? "" : "\\").appendCodePoint(c);
            }
            if (shown.length() > maxLength) {
                shown.setLength(cut);
                return shown.append('…').toString();
            }
            cut = shown.length() < maxLength ? shown.length() : cut;
        }
        return shown.toString();
    }

    /**
     * Returns whether a character is invisible, except for the two joiners that Persian and emoji require. Other
     * invisible characters can be used to deceive a reader.
     */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    private static void escape(int c, StringBuilder shown) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                for (char unit : Character.toChars(c)) {
                    shown.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        shown.append(Character.forDigit(unit >> shift & 0xF, 16));
                    }
                }
            }
        }
    }
}
