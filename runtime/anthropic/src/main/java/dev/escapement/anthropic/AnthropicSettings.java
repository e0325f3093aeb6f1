package dev.escapement.anthropic;

import dev.escapement.http.ClientSettings;
import java.util.Optional;

/**
 * The settings of an {@link AnthropicModel} that apply to every request.
 *
 * @param client the settings that every client has
 * @param maxOutputTokens the maximum length of a reply
 * @param thinking the thinking mode; empty for the model's default
 * @param caching whether the provider caches the stable beginning of requests
 */
record AnthropicSettings(ClientSettings client, int maxOutputTokens, Optional<ThinkingMode> thinking, boolean caching) {

    /** Returns whether the client itself writes a property of the request body. Such a property cannot be set. */
    static boolean reserves(String property, boolean caching) {
        return switch (property) {
            case "model", "max_tokens", "system", "messages", "tools", "tool_choice", "thinking", "stream" -> true;
            case CacheMarker.NAME -> caching; // the API would add one more marker to those of the client
            default -> false;
        };
    }
}
