package dev.escapement.run;

import dev.escapement.internal.text.Excerpt;
import java.util.Locale;

/**
 * A line that {@link ThreadPrinter} prints.
 *
 * @param style the color
 * @param label the word before the text, possibly empty
 * @param text the text, which is cut and escaped when it is printed
 * @param maxLength the number of characters after which the text is cut
 */
record PrintedLine(Style style, String label, String text, int maxLength) {

    /** The maximum number of characters to print from a person's or a model's text. */
    static final int MAX_WORDS = 20_000;

    private static final int MAX_LENGTH = 300;

    /** A text style that an ANSI escape sequence sets. */
    enum Style {
        DIM(2),
        RED(31),
        GREEN(32),
        YELLOW(33),
        BLUE(34),
        CYAN(36);

        private final int code;

        Style(int code) {
            this.code = code;
        }
    }

    /** Returns a line whose text is truncated after 300 characters. */
    static PrintedLine line(Style style, String label, String text) {
        return new PrintedLine(style, label, text, MAX_LENGTH);
    }

    /** Returns a line for text from a person or a model. The text is truncated after 20,000 characters. */
    static PrintedLine words(Style style, String label, String text) {
        return new PrintedLine(style, label, text, MAX_WORDS);
    }

    /** Returns the string to print for this line, with escape sequences if color is enabled. */
    String printed(boolean colour) {
        String printed = (label.isEmpty() ? "" : label(label)) + indented(text.strip(), maxLength);
        return colour ? "\u001b[" + style.code + "m" + printed + "\u001b[0m" : printed;
    }

    static String label(String label) {
        return String.format(Locale.ROOT, "%8s  ", label);
    }

    /**
     * Returns text with its lines indented and its control characters escaped. Unescaped control characters could move
     * the cursor or change the colors of the terminal.
     */
    static String indented(String text, int maxLength) {
        return Excerpt.lines(text, maxLength).replace("\n", "\n          ");
    }
}
