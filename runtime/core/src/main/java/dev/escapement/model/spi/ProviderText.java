package dev.escapement.model.spi;

import dev.escapement.internal.text.Excerpt;
import dev.escapement.internal.text.KeyPattern;

/** Utilities that shorten, escape and redact text from providers for messages and logs. */
public final class ProviderText {

    private ProviderText() {}

    /**
     * Returns text as one line, with control characters and invisible characters escaped.
     *
     * @param text the text
     * @param maxLength the number of characters after which the text is cut
     * @return the text, with an ellipsis in place of the part that was cut
     */
    public static String line(String text, int maxLength) {
        return Excerpt.line(text, maxLength);
    }

    /**
     * Replaces each word that has the form of a key with {@code [hidden]}. Text from providers and exceptions of clients
     * may contain keys.
     *
     * @param text the text, which must not be cut before
     * @return the text without keys
     */
    public static String withoutKeys(String text) {
        return KeyPattern.hide(text);
    }

    /**
     * Returns the same text as {@link #line}, enclosed in quotes, with inner quotes escaped.
     *
     * @param text the text
     * @param maxLength the number of characters after which the text is cut
     * @return the quoted text
     */
    public static String quoted(String text, int maxLength) {
        return Excerpt.quoted(text, maxLength);
    }
}
