package dev.escapement.http.client;

import dev.escapement.http.request.Headers;
import dev.escapement.model.spi.ProviderText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A filter that removes the values of secret headers from text. Providers repeat keys that they reject. A value of
 * fewer than six characters is not treated as a secret, because any text may contain it.
 */
final class Redaction {

    private static final String HIDDEN = "[hidden]";
    private static final int MIN_LENGTH = 6;

    private final List<String> secrets;

    Redaction(Headers headers) {
        List<String> found = new ArrayList<>();
        for (String value : headers.values()) {
            String whole = value.strip();
            String afterScheme = whole.substring(whole.indexOf(' ') + 1).strip(); // Bearer sk-…
            for (String secret : List.of(whole, afterScheme)) {
                if (secret.length() >= MIN_LENGTH) {
                    found.add(secret);
                    found.add(secret.replace("/", "\\/")); // as JSON may write it
                }
            }
        }
        found.sort(Comparator.comparingInt(String::length).reversed()); // a secret may be part of another one
        secrets = List.copyOf(found);
    }

    /** Replaces each secret in a string with {@code [hidden]}. */
    String clean(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, HIDDEN);
        }
        return cleaned;
    }

    /**
     * Returns the beginning of a string as one line, with each secret replaced by {@code [hidden]}. Truncates the
     * string after redaction, which requires complete keys.
     */
    String excerpt(String text, int maxLength) {
        return ProviderText.line(clean(text).strip(), maxLength);
    }

    /** Returns whether a string is free of secrets. */
    boolean isClean(String text) {
        return clean(text).equals(text);
    }
}
