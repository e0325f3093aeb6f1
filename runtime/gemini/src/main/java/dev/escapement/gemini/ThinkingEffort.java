package dev.escapement.gemini;

import dev.escapement.codegen.JsonWriter;
import java.util.Locale;

/**
 * The effort of thinking, written as a level for models since Gemini 3 and as a token budget for earlier ones.
 *
 * @param text a level, for example {@code low}, or a number of tokens
 * @see <a href="https://ai.google.dev/gemini-api/docs/thinking">Thinking</a>
 */
record ThinkingEffort(String text) {

    private static final int LOW = 1_024;
    private static final int MEDIUM = 8_192;
    private static final int HIGH = 24_576;
    private static final int DYNAMIC = -1;

    /** Writes the effort into the current JSON object. */
    void write(JsonWriter out, GeminiGeneration generation) {
        String level = text.strip().toLowerCase(Locale.ROOT);
        if (level.matches("-?\\d{1,9}")) {
            budget(out, Integer.parseInt(level));
        } else if (generation.hasThinkingLevels()) {
            out.property("thinkingLevel", level.equals("none") ? "MINIMAL" : level.toUpperCase(Locale.ROOT));
        } else {
            budget(out, budget(level));
        }
    }

    /** Returns the budget that the compatible endpoint of the provider documents for a level. */
    private static int budget(String level) {
        return switch (level) {
            case "none" -> 0;
            case "minimal", "low" -> LOW;
            case "medium" -> MEDIUM;
            case "high" -> HIGH;
            default -> DYNAMIC;
        };
    }

    private static void budget(JsonWriter out, int tokens) {
        out.name("thinkingBudget");
        out.writeInt(tokens);
    }
}
