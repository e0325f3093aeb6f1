package dev.escapement.gemini;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The properties of a request that are omitted if a server or a model does not accept them.
 *
 * @param omitted the names to omit, in any of the spellings that errors contain
 */
record OptionalProperties(Set<String> omitted) {

    static final String THINKING = "thinkingConfig";
    static final String THOUGHTS = "includeThoughts";
    static final String LEVEL = "thinkingLevel";
    static final String BUDGET = "thinkingBudget";
    static final String VALIDATED = "VALIDATED";
    static final String TOOL_CONFIG = "toolConfig";
    static final String CALLING_CONFIG = "functionCallingConfig";
    static final String ALLOWED = "allowedFunctionNames";
    static final String ID = "id";
    static final String JSON_SCHEMA = "parametersJsonSchema";

    /** The names as requests contain them, without those of additional properties. */
    static final Set<String> OMITTABLE = Set.of(
            THINKING,
            THOUGHTS,
            LEVEL,
            BUDGET,
            VALIDATED,
            TOOL_CONFIG,
            CALLING_CONFIG,
            ALLOWED,
            ID,
            JSON_SCHEMA,
            ReplyPart.SIGNATURE,
            GeminiSettings.TEMPERATURE);

    /** The names in all spellings. */
    static final Set<String> NAMES =
            OMITTABLE.stream().flatMap(name -> spellings(name).stream()).collect(Collectors.toUnmodifiableSet());

    OptionalProperties {
        omitted = Set.copyOf(omitted);
    }

    /** Returns whether a request may contain a property. */
    boolean has(String name) {
        return spellings(name).stream().noneMatch(omitted::contains);
    }

    /** Returns the setting that omits a property, as Java source. */
    static String setting(String name) {
        if (name.equals(VALIDATED)) {
            return "strict(false)";
        }
        return OMITTABLE.stream()
                .filter(known -> spellings(known).contains(name))
                .map(known -> "omit(\"" + known + "\")")
                .findFirst()
                .orElse("");
    }

    /** Returns a name as errors of the API spell it: unchanged, with underscores, and as words. */
    private static List<String> spellings(String name) {
        if (name.equals(VALIDATED) || name.equals(ID)) {
            return List.of(name);
        }
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        String sentence = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return List.of(name, words.replace(' ', '_'), words, sentence);
    }
}
