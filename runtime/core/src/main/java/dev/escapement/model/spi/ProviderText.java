package dev.escapement.model.spi;

import dev.escapement.internal.text.Excerpt;

/** Text of a provider, made short and harmless for messages and logs. */
public final class ProviderText {

    private ProviderText() {}

    /**
     * Returns a text on one line, with control and invisible characters escaped.
     *
     * @param text any text
     * @param maxLength the number of characters after which the text is cut
     * @return the text, with an ellipsis in place of what was cut
     */
    public static String line(String text, int maxLength) {
        return Excerpt.line(text, maxLength);
    }

    /**
     * Returns a text as in {@link #line} in quotes, with the quotes in it escaped.
     *
     * @param text any text
     * @param maxLength the number of characters after which the text is cut
     * @return the quoted text
     */
    public static String quoted(String text, int maxLength) {
        return Excerpt.quoted(text, maxLength);
    }
}
