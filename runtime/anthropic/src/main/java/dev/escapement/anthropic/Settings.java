package dev.escapement.anthropic;

import dev.escapement.json.JsonText;
import dev.escapement.wire.ToolSelection;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in every request beside the conversation.
 *
 * @param model the name of the model
 * @param maxOutputTokens how long a reply may be
 * @param selection which tools to call; empty if the agent decides
 * @param parallelToolCalls whether one reply may have several calls; empty if the provider decides
 * @param thinking how the model thinks; empty if it does not
 * @param caching whether the stable beginning of requests is cached
 * @param properties other properties of the body, in the order in which they are written
 */
record Settings(
        String model,
        int maxOutputTokens,
        Optional<ToolSelection> selection,
        Optional<Boolean> parallelToolCalls,
        Optional<Thinking> thinking,
        boolean caching,
        Map<String, JsonText> properties) {

    /** Whether a property of the body is written by the client. */
    static boolean reserves(String property, boolean caching) {
        return switch (property) {
            case "model", "max_tokens", "system", "messages", "tools", "tool_choice", "thinking", "stream" -> true;
            case CacheMarker.NAME -> caching; // the API would add one more marker to those of the client
            default -> false;
        };
    }
}
