package dev.escapement.anthropic;

/** The recognition of text that the API rejects because it has no visible characters. */
final class BlankTexts {

    private BlankTexts() {}

    /** Returns whether a text consists of white space, which includes non-breaking spaces, and control characters. */
    static boolean is(String text) {
        return text.codePoints().allMatch(BlankTexts::isBlank);
    }

    /** Returns a text without blank characters at its end. The API rejects them at the end of the last reply. */
    static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.codePointBefore(end))) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
