package dev.escapement.gemini;

import dev.escapement.codegen.JsonWriter;
import java.util.Locale;
import java.util.Set;

/**
 * The effort of thinking, written as a level for models since Gemini 3 and as a token budget for earlier ones.
 *
 * @param text a level, for example {@code low}, or a number of tokens
 * @see <a href="https://ai.google.dev/gemini-api/docs/thinking">Thinking</a>
 */
record ThinkingEffort(String text) {

    private static final Set<String> LEVELS = Set.of("none", "minimal", "low", "medium", "high");
    private static final int LOW = 1_024;
    private static final int MEDIUM = 8_192;
    private static final int HIGH = 24_576;
    private static final int DYNAMIC = -1;

    ThinkingEffort {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the effort is a number of tokens or one of the levels that Google documents. */
    boolean isKnown() {
        return isNumber() || LEVELS.contains(text);
    }

    private boolean isNumber() {
        return text.matches("-?\\d{1,9}");
    }

    /** Returns the name of the property that contains the effort. */
    String property(GeminiGeneration generation) {
        return !isNumber() && generation.hasThinkingLevels() ? OptionalProperties.LEVEL : OptionalProperties.BUDGET;
    }

    /** Writes the effort into the current JSON object. */
    void write(JsonWriter out, GeminiGeneration generation) {
        String name = property(generation);
        if (name.equals(OptionalProperties.LEVEL)) {
            out.property(name, text.equals("none") ? "MINIMAL" : text.toUpperCase(Locale.ROOT));
        } else {
            out.name(name);
            out.writeInt(isNumber() ? Integer.parseInt(text) : budget());
        }
    }

    /** Returns the budget that Google documents for a level. */
    private int budget() {
        return switch (text) {
            case "none" -> 0;
            case "minimal", "low" -> LOW;
            case "medium" -> MEDIUM;
            case "high" -> HIGH;
            default -> DYNAMIC;
        };
    }
}
