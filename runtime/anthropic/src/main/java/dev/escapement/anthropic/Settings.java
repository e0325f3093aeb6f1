package dev.escapement.anthropic;

import dev.escapement.wire.ClientSettings;
import java.util.Optional;

/**
 * What stands in every request beside the conversation.
 *
 * @param client what the client was told
 * @param maxOutputTokens how long a reply may be
 * @param thinking how the model thinks; empty if it does not
 * @param caching whether the stable beginning of requests is cached
 */
record Settings(ClientSettings client, int maxOutputTokens, Optional<Thinking> thinking, boolean caching) {

    /** Whether a property of the body is written by the client. */
    static boolean reserves(String property, boolean caching) {
        return switch (property) {
            case "model", "max_tokens", "system", "messages", "tools", "tool_choice", "thinking", "stream" -> true;
            case CacheMarker.NAME -> caching; // the API would add one more marker to those of the client
            default -> false;
        };
    }
}
