package dev.escapement.internal.text;

/**
 * The recognition of text without visible characters. {@link String#isBlank} does not regard non-breaking spaces and
 * invisible characters as blank, but providers reject messages that consist of some of them.
 */
public final class BlankText {

    private BlankText() {}

    /**
     * Returns whether a text contains only white space, other blanks, control characters and invisible characters.
     *
     * @param text any text
     * @return {@code true} if the text is empty or blank
     */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!isBlank(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
