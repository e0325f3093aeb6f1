package dev.escapement.wire;

import dev.escapement.model.spi.ProviderText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes out of what others say whatever goes along with a request as a secret header: providers like to repeat a key that
 * they do not accept. A value of fewer than six characters is no secret, and would be found in any text.
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

    /** A text without the secrets. */
    String clean(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, HIDDEN);
        }
        return cleaned;
    }

    /** The beginning of a text, without the secrets, on one line. Cut after it is cleaned: half a key is found by nobody. */
    String excerpt(String text, int maxLength) {
        return ProviderText.line(clean(text).strip(), maxLength);
    }

    /** Whether there is no secret in a text. */
    boolean isClean(String text) {
        return clean(text).equals(text);
    }
}
