package dev.escapement.gemini;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The names in all spellings. */
    static final Set<String> NAMES = Stream.of(THINKING, THOUGHTS, LEVEL, BUDGET, VALIDATED, GeminiSettings.TEMPERATURE)
            .flatMap(name -> spellings(name).stream())
            .collect(Collectors.toUnmodifiableSet());

    OptionalProperties {
        omitted = Set.copyOf(omitted);
    }

    /** Returns whether a request may contain a property. */
    boolean has(String name) {
        return spellings(name).stream().noneMatch(omitted::contains);
    }

    /** Returns the setting that omits a property, as Java source. */
    static String setting(String name) {
        return name.equals(VALIDATED) ? "strict(false)" : "";
    }

    /** Returns a name as errors of the API spell it: unchanged, with underscores, and as words. */
    private static List<String> spellings(String name) {
        if (name.equals(VALIDATED)) {
            return List.of(name);
        }
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        String sentence = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return List.of(name, words.replace(' ', '_'), words, sentence);
    }
}
