package dev.escapement.internal.json;

/** The bounds of strings in JSON text. */
final class JsonStrings {

    private JsonStrings() {}

    /**
     * Returns the offset after a string, which is the end of the text if the string is not closed.
     *
     * @param opening the offset of the opening quote
     * @param quote the closing quote
     */
    static int end(String text, int opening, char quote) {
        int at = opening + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }
}
