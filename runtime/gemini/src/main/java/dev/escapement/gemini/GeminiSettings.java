package dev.escapement.gemini;

import dev.escapement.http.ClientSettings;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a {@link GeminiModel} that apply to every request.
 *
 * @param client the settings that every client has
 * @param effort the effort of thinking; empty for the model's default
 * @param thoughtSummaries whether replies contain summaries of the model's thoughts
 * @param omitted the optional properties that requests do not have
 */
record GeminiSettings(ClientSettings client, Optional<String> effort, boolean thoughtSummaries, Set<String> omitted) {

    static final String TEMPERATURE = "temperature";

    GeminiSettings {
        omitted = Set.copyOf(omitted);
    }

    /** Returns whether the client itself writes a property. Such a property cannot be set. */
    static boolean reserves(String property) {
        return switch (property) {
            case "model",
                    "contents",
                    "systemInstruction",
                    "tools",
                    "toolConfig",
                    "generationConfig",
                    "maxOutputTokens",
                    "thinkingConfig",
                    "candidateCount" -> true;
            default -> false;
        };
    }

    /** Returns whether an additional property belongs to the request, not to its {@code generationConfig}. */
    static boolean isOfRequest(String property) {
        return switch (property) {
            case "safetySettings", "cachedContent", "labels", "serviceTier", "store", "modelArmorConfig" -> true;
            default -> false;
        };
    }
}
