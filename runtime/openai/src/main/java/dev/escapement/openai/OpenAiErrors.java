package dev.escapement.openai;

import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ProviderJson;
import java.util.Set;

/** A reader of errors that a provider reports in place of a reply, either in a stream or in a 2xx response. */
final class OpenAiErrors {

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

    private OpenAiErrors() {}

    /**
     * Checks that a reply, or a part of a reply, is not an error.
     *
     * @param reply a reply, or a part of one
     * @throws ProviderErrorException if it is an error
     */
    static void check(ProviderJson reply) {
        if (!reply.get("error").isAbsent()) {
            throw of(reply.get("error"));
        }
        if (reply.get("object").textOrJson().equals("error")) {
            throw of(reply);
        }
    }

    /**
     * Returns the exception for an error that a provider reported. The error is a string, or an object with a message
     * and possibly a code, which may be a number.
     */
    static ProviderErrorException of(ProviderJson error) {
        String type = error.get("type").textOrJson();
        String code = error.get("code").isAbsent() ? type : error.get("code").textOrJson();
        return ProviderErrorException.of(error, code, isTemporary(code) || isTemporary(type));
    }

    private static boolean isTemporary(String code) {
        return TEMPORARY.contains(code) || code.matches("429|5\\d\\d");
    }
}
