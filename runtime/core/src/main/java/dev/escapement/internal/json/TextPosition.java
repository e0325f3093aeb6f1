package dev.escapement.internal.json;

/** The lines and columns of a text. Ascending offsets are found in one pass. */
final class TextPosition {

    private final String text;
    private int counted;
    private int line = 1;
    private int lineStart;

    TextPosition(String text) {
        this.text = text;
    }

    /** Returns the phrase for the line and the column of an offset. */
    String phrase(int offset) {
        if (offset < counted) {
            counted = 0;
            line = 1;
            lineStart = 0;
        }
        for (; counted < offset; counted++) {
            char c = text.charAt(counted);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", counted + 1))) {
                line++;
                lineStart = counted + 1;
            }
        }
        return ViolationMessages.at(line, offset - lineStart + 1);
    }
}
