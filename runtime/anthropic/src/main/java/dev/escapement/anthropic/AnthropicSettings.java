package dev.escapement.anthropic;

import dev.escapement.http.ClientSettings;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of an {@link AnthropicModel} that apply to every request.
 *
 * @param client the settings that every client has
 * @param thinking the thinking mode; empty for the model's default
 * @param emptyThinking whether replies without thinking are sent with empty thinking
 * @param marker the marker of the stable beginning of requests, which the provider caches
 * @param omitted the optional properties that requests do not have
 */
record AnthropicSettings(
        ClientSettings client,
        Optional<ThinkingMode> thinking,
        boolean emptyThinking,
        CacheMarker marker,
        Set<String> omitted) {

    /** The properties without which a request has almost the same meaning. */
    static final Set<String> OPTIONAL = Set.of(
            "tool_choice",
            "disable_parallel_tool_use",
            "strict",
            CacheMarker.NAME,
            CacheMarker.LIFETIME,
            "thinking",
            "output_config",
            "effort",
            "temperature",
            "container",
            "title",
            "is_error");

    AnthropicSettings {
        omitted = Set.copyOf(omitted);
    }

    /** Returns whether the client itself writes a property of the request body. Such a property cannot be set. */
    static boolean reserves(String property, boolean caching) {
        return switch (property) {
            case "model", "max_tokens", "system", "messages", "tools", "tool_choice", "thinking", "stream" -> true;
            case CacheMarker.NAME -> caching; // the API would add one more marker to those of the client
            default -> false;
        };
    }

    /** Returns the setting that omits a property from every request, as Java source. */
    static String omission(String property) {
        return switch (property) {
            case "strict" -> "strict(false)";
            case CacheMarker.NAME -> "caching(false)";
            default -> "omit(\"" + property + "\")";
        };
    }
}
