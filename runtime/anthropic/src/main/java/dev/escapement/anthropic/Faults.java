package dev.escapement.anthropic;

import dev.escapement.wire.Json;
import dev.escapement.wire.ProviderFault;
import java.util.Set;

/** What the API reports as an error where a reply should be: in a stream, or in a response that claims to be well. */
final class Faults {

    private static final Set<String> TEMPORARY =
            Set.of("api_error", "overloaded_error", "rate_limit_error", "timeout_error");

    private Faults() {}

    /**
     * Looks for an error.
     *
     * @param message a reply, or one event of its stream
     * @throws ProviderFault if it is an error instead
     */
    static void check(Json message) {
        Json type = message.get("type");
        boolean isError = type.isText() && type.text().equals("error");
        if (isError || message.get("error").isObject()) {
            throw of(message.get("error").isAbsent() ? message : message.get("error"));
        }
    }

    /** What an error says. */
    static ProviderFault of(Json error) {
        String code = text(error.get("type"));
        String message = error.isText() ? error.text() : text(error.get("message"));
        return new ProviderFault(
                code,
                message.isBlank() ? "The provider reports an error and does not say which." : message,
                TEMPORARY.contains(code));
    }

    private static String text(Json value) {
        return value.isText() ? value.text() : value.raw();
    }
}
