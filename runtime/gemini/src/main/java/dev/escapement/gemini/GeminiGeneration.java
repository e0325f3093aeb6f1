package dev.escapement.gemini;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generation of a model, which determines the properties that the API accepts.
 *
 * @param number the number in the name of the model, 2 for {@code gemini-2.5-flash}; empty for other names, for example
 *     {@code gemini-flash-latest}
 */
record GeminiGeneration(OptionalInt number) {

    private static final Pattern NAME = Pattern.compile("gemini-(\\d{1,3})(?!\\d)");
    private static final int WITH_SIGNATURES = 3;

    /** Returns the generation of a model. */
    static GeminiGeneration of(String model) {
        Matcher name = NAME.matcher(model.toLowerCase(Locale.ROOT));
        return new GeminiGeneration(
                name.find() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty());
    }

    /**
     * Returns whether the API may reject the first call of a reply without a thought signature. Earlier models ignore
     * the signature.
     */
    boolean mayRequireSignatures() {
        return number.orElse(WITH_SIGNATURES) >= WITH_SIGNATURES;
    }

    /** Returns whether the API accepts a level of thinking. Earlier models require a token budget instead. */
    boolean hasThinkingLevels() {
        return number.orElse(WITH_SIGNATURES) >= WITH_SIGNATURES;
    }

    /** Returns whether the API certainly accepts files within the answer to a call. */
    boolean acceptsFilesInAnswers() {
        return number.orElse(0) >= WITH_SIGNATURES;
    }
}
