package dev.escapement.server.threads;

import dev.escapement.json.JsonText;
import java.util.Optional;

/** The reading of recorded texts, which can be malformed JSON. */
final class JsonTexts {
    private JsonTexts() {}

    /** {@return the JSON value; empty if the text is not a JSON value} */
    static Optional<JsonText> parsed(String text) {
        try {
            return Optional.of(new JsonText(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
