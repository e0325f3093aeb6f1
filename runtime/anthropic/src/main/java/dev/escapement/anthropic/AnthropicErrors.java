package dev.escapement.anthropic;

import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ProviderJson;
import java.util.Set;

/** A reader of errors that the API reports in place of a reply, either in a stream or in a 2xx response. */
final class AnthropicErrors {

    private static final Set<String> TEMPORARY =
            Set.of("api_error", "overloaded_error", "rate_limit_error", "timeout_error");

    private AnthropicErrors() {}

    /**
     * Checks that a reply or stream event is not an error.
     *
     * @param message a reply, or one event of its stream
     * @throws ProviderErrorException if it is an error
     */
    static void check(ProviderJson message) {
        ProviderJson type = message.get("type");
        boolean isError = type.isText() && type.text().equals("error");
        if (isError || message.get("error").isObject()) {
            throw of(message.get("error").isAbsent() ? message : message.get("error"));
        }
    }

    /** Returns the exception for an error that the API reported. */
    static ProviderErrorException of(ProviderJson error) {
        String code = error.get("type").textOrJson();
        return ProviderErrorException.of(error, code, TEMPORARY.contains(code));
    }
}
