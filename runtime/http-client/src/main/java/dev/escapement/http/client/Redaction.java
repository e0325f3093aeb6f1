package dev.escapement.http.client;

import dev.escapement.http.request.Headers;
import dev.escapement.model.spi.ProviderText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A filter that removes secrets from text. These are the values of secret headers, the parts of the address that may be
 * keys, and words that have the form of a key. Providers repeat keys that they reject. A value of fewer than six
 * characters is not treated as a secret, because any text may contain it.
 */
final class Redaction {

    static final String HIDDEN = "[hidden]";
    private static final int MIN_LENGTH = 6;

    /** The number of characters after an excerpt that are redacted with it. It exceeds the length of most keys. */
    private static final int MARGIN = 4000;

    private static final int MAX_SEARCHED = 1 << 16;
    private static final String SEPARATORS = "\"'<>,;";

    private final List<String> secrets;

    Redaction(Headers headers) {
        this(headers, List.of());
    }

    /**
     * Creates a filter.
     *
     * @param headers the headers whose values are secret
     * @param others further secrets
     */
    Redaction(Headers headers, Collection<String> others) {
        List<String> found = new ArrayList<>();
        for (String value : headers.values()) {
            String whole = value.strip();
            add(whole, found);
            add(whole.substring(whole.indexOf(' ') + 1).strip(), found); // Bearer sk-…
        }
        others.forEach(secret -> add(secret, found));
        found.sort(Comparator.comparingInt(String::length).reversed()); // a secret may be part of another one
        secrets = List.copyOf(found);
    }

    private static void add(String secret, List<String> found) {
        if (secret.length() >= MIN_LENGTH) {
            found.add(secret);
            found.add(secret.replace("/", "\\/")); // as JSON may write it
        }
    }

    /** Replaces each secret and each word with the form of a key in a string with {@code [hidden]}. */
    String clean(String text) {
        return ProviderText.withoutKeys(cleanKnown(text));
    }

    private String cleanKnown(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, HIDDEN);
        }
        return cleaned;
    }

    /**
     * Returns the beginning of a string as one line, with each secret replaced by {@code [hidden]}. Truncates the
     * string after redaction, which requires complete keys. A long string is shortened before, at the end of a word.
     */
    String excerpt(String text, int maxLength) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start + maxLength + MARGIN;
        String beginning = end < text.length() ? words(text.substring(start, end)) : text.substring(start);
        return ProviderText.line(clean(beginning).strip(), maxLength);
    }

    /** Returns a text without its last word, which may be a part of a secret. */
    private static String words(String text) {
        int end = text.length() - 1;
        while (end > 0 && !Character.isWhitespace(text.charAt(end)) && SEPARATORS.indexOf(text.charAt(end)) < 0) {
            end--;
        }
        return end > 0 ? text.substring(0, end) : text;
    }

    /** Returns the same as {@link #excerpt} for the value of a header, which is not searched for unknown keys. */
    String header(String value, int maxLength) {
        return ProviderText.line(cleanKnown(value).strip(), maxLength);
    }

    /** Returns whether a string is free of known secrets, and its beginning is free of words with the form of a key. */
    boolean isClean(String text) {
        String beginning = text.substring(0, Math.min(text.length(), MAX_SEARCHED));
        return secrets.stream().noneMatch(text::contains)
                && ProviderText.withoutKeys(beginning).equals(beginning);
    }
}
