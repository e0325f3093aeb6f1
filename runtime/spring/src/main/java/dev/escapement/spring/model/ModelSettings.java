package dev.escapement.spring.model;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of one model: the properties that begin with {@code escapement.models.} and the name of the model.
 *
 * @param provider the provider: openai, anthropic, gemini, or the name of a {@link ModelFactory} bean. Default: the name of the
 *     entry
 * @param model the provider's name for the model
 * @param apiKey the API key; optional for a server with a base URL
 * @param baseUrl the address of the server, including the version, as in {@code https://api.openai.com/v1}. Default: that
 *     of the provider
 * @param protocol the protocol of the provider openai: chat-completions or responses. Default: chat-completions
 * @param strict whether the provider constrains the model to the schemas of the tools. Default: that of the client
 * @param maxOutputTokens the maximum length of a reply in tokens, 1 or more. Default: that of the client
 * @param connectTimeout the time to connect. Default: 10 seconds
 * @param replyTimeout the time for one attempt. Default: 10 minutes
 * @param idleTimeout the time between two parts of a reply. Default: 2 minutes
 * @param retries the number of attempts after the first one that fails temporarily, 0 or more. Default: 2
 * @param headers additional headers of each request by name
 * @param properties additional properties of the body of each request by name, as JSON text
 */
public record ModelSettings(
        @Nullable String provider,
        @Nullable String model,
        @Nullable String apiKey,
        @Nullable String baseUrl,
        @Nullable String protocol,
        @Nullable Boolean strict,
        @Nullable Integer maxOutputTokens,
        @Nullable Duration connectTimeout,
        @Nullable Duration replyTimeout,
        @Nullable Duration idleTimeout,
        @Nullable Integer retries,
        @DefaultValue Map<String, String> headers,
        @DefaultValue Map<String, String> properties) {

    /** Returns a description without the key, the values of headers and the path of the address, which may be secrets. */
    @Override
    public String toString() {
        return "ModelSettings[provider=" + provider + ", model=" + model + ", apiKey="
                + (apiKey == null || apiKey.isBlank() ? "none" : "set") + ", baseUrl="
                + (baseUrl == null ? "none" : "set") + ", headers=" + headers.keySet() + "]";
    }
}
