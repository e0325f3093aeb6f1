package dev.escapement.openai;

import dev.escapement.wire.Json;
import dev.escapement.wire.ProviderFault;
import java.util.Set;

/** What providers report as an error where a reply should be: in a stream, or in a response that claims to be well. */
final class Faults {

    private static final Set<String> TEMPORARY = Set.of(
            "api_error",
            "internal_error",
            "internal_server_error",
            "overloaded",
            "overloaded_error",
            "rate_limit_error",
            "rate_limit_exceeded",
            "server_error",
            "service_unavailable",
            "timeout");

    private Faults() {}

    /**
     * Looks for an error.
     *
     * @param reply a reply, or a part of one
     * @throws ProviderFault if it is an error instead
     */
    static void check(Json reply) {
        if (!reply.get("error").isAbsent()) {
            throw of(reply.get("error"));
        }
        if (text(reply.get("object")).equals("error")) {
            throw of(reply);
        }
    }

    /** What an error says: a text, or an object with a message and perhaps a code, which may be a number. */
    static ProviderFault of(Json error) {
        String type = text(error.get("type"));
        String code = error.get("code").isAbsent() ? type : text(error.get("code"));
        String message = error.isText() ? error.text() : text(error.get("message"));
        return new ProviderFault(
                code,
                message.isBlank() ? "The provider reports an error and does not say which." : message,
                isTemporary(code) || isTemporary(type));
    }

    private static boolean isTemporary(String code) {
        return TEMPORARY.contains(code) || code.matches("429|5\\d\\d");
    }

    private static String text(Json value) {
        return value.isText() ? value.text() : value.raw();
    }
}
