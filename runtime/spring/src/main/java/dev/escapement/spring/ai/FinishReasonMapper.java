package dev.escapement.spring.ai;

import dev.escapement.model.StopReason;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mapping from the finish reasons of providers, which Spring AI passes on unchanged, to stop reasons. */
final class FinishReasonMapper {

    private static final Map<String, StopReason> REASONS = Stream.of(
                    words(StopReason.COMPLETE, "stop", "endturn", "tooluse", "toolcalls", "toolcall", "functioncall"),
                    words(StopReason.COMPLETE, "stopsequence", "toolexecution", "complete", "eos", "eostoken"),
                    words(StopReason.LENGTH, "length", "maxtokens", "modellength", "modelcontextwindowexceeded"),
                    words(StopReason.CONTENT_FILTER, "contentfilter", "contentfiltered", "safety", "recitation"),
                    words(StopReason.CONTENT_FILTER, "blocklist", "prohibitedcontent", "spii", "imagesafety"),
                    words(StopReason.CONTENT_FILTER, "guardrailintervened", "sensitive"),
                    words(StopReason.REFUSAL, "refusal"))
            .flatMap(words -> words.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The words of adapters for a reason that the provider did not send. */
    private static final Set<String> MISSING = Set.of("", "null", "unknown", "unspecified", "finishreasonunspecified");

    private FinishReasonMapper() {}

    private static Map<String, StopReason> words(StopReason reason, String... words) {
        return Stream.of(words).collect(Collectors.toMap(word -> word, word -> reason));
    }

    /**
     * Returns the stop reason for a finish reason.
     *
     * @param word the provider's word, in any case, with or without separators; empty if it is missing
     * @param isWhole returns whether a reply without a reason is complete
     */
    static StopReason stop(String word, BooleanSupplier isWhole) {
        String uniform = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (MISSING.contains(uniform)) {
            return isWhole.getAsBoolean() ? StopReason.COMPLETE : StopReason.UNKNOWN;
        }
        return REASONS.getOrDefault(uniform, StopReason.UNKNOWN);
    }
}
