package dev.escapement.http.client;

import dev.escapement.model.StopReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of the words by which providers state why a model stopped. Gateways forward the words of other providers, so
 * one table serves all clients. Letter case and the separators {@code -}, {@code .} and blank are ignored, and so is
 * the name of an enum before the word, as in {@code FINISH_REASON_MAX_TOKENS}. An unlisted word is read by its parts.
 */
public final class StopReasons {

    private StopReasons() {}

    /**
     * Returns the reason that a word denotes.
     *
     * @param word the provider's word
     * @return the reason, {@link StopReason#UNKNOWN} for words that report an unusable reply; empty if the word is unknown
     *     or empty, and for the words of {@link #isTemporaryFault}
     */
    public static Optional<StopReason> of(String word) {
        return switch (normalized(word)) {
            case "stop",
                    "stopped",
                    "stop_sequence",
                    "stop_token",
                    "end",
                    "end_turn",
                    "eos",
                    "eos_token",
                    "complete",
                    "completed",
                    "finish",
                    "finished",
                    "success",
                    "done",
                    "tool_use",
                    "tool_call",
                    "tool_calls",
                    "function_call",
                    "function_calls" -> Optional.of(StopReason.COMPLETE);
            case "length",
                    "max_length",
                    "max_tokens",
                    "max_output_tokens",
                    "max_completion_tokens",
                    "max_new_tokens",
                    "token_limit",
                    "model_length",
                    "context_length",
                    "context_length_exceeded",
                    "context_window_exceeded",
                    "model_context_window_exceeded" -> Optional.of(StopReason.LENGTH);
            case "content_filter",
                    "content_filtered",
                    "guardrail_intervened",
                    "safety",
                    "sensitive",
                    "recitation",
                    "blocklist",
                    "prohibited_content",
                    "prohibited",
                    "spii",
                    "image_safety",
                    "image_prohibited_content",
                    "image_recitation",
                    "language",
                    "model_armor",
                    "error_toxic" -> Optional.of(StopReason.CONTENT_FILTER);
            case "refusal", "refused" -> Optional.of(StopReason.REFUSAL);
            case "malformed_function_call",
                    "malformed_response",
                    "missing_thought_signature",
                    "unexpected_tool_call",
                    "too_many_tool_calls",
                    "no_image",
                    "image_other",
                    "other" -> Optional.of(StopReason.UNKNOWN);
            default -> similar(normalized(word));
        };
    }

    /** Returns the reason that the parts of an unlisted word suggest. */
    private static Optional<StopReason> similar(String word) {
        if (contains(word, "malformed", "unexpected", "invalid")) {
            return Optional.of(StopReason.UNKNOWN);
        }
        if (contains(
                word, "filter", "safety", "moderat", "policy", "guardrail", "block", "prohibit", "sensitive", "risk")) {
            return Optional.of(StopReason.CONTENT_FILTER);
        }
        if (word.equals("limit")
                || contains(
                        word, "length", "max_token", "max_output", "max_input", "max_seq", "token_limit", "too_long")
                || contains(word, "context_window", "context_limit", "output_limit")) {
            return Optional.of(StopReason.LENGTH);
        }
        return contains(word, "refus") ? Optional.of(StopReason.REFUSAL) : Optional.empty();
    }

    /**
     * Returns whether a word reports a temporary fault of the provider, after which the request can be repeated. Some
     * servers append a message to the word.
     *
     * @param word the provider's word
     * @return whether the reply is void
     */
    public static boolean isTemporaryFault(String word) {
        return of(word).isEmpty()
                && contains(
                        normalized(word),
                        "error",
                        "fail",
                        "unavailable",
                        "overload",
                        "timeout",
                        "timed_out",
                        "abort",
                        "cancel",
                        "disconnect",
                        "interrupt",
                        "load_shed",
                        "preempt",
                        "rate_limit",
                        "throttl",
                        "insufficient_system_resource");
    }

    private static boolean contains(String word, String... parts) {
        return Arrays.stream(parts).anyMatch(word::contains);
    }

    /**
     * Returns a word in the form in which words are compared.
     *
     * @param word the provider's word
     * @return the word in snake_case and lower case, without the name of an enum before it
     */
    public static String normalized(String word) {
        StringBuilder text = new StringBuilder(word.length() + 4);
        char last = '_';
        for (char c : word.strip().toCharArray()) {
            char letter = c == '-' || c == ' ' || c == '.' ? '_' : c;
            if (Character.isLowerCase(last) && Character.isUpperCase(letter)) {
                text.append('_');
            }
            text.append(letter);
            last = letter;
        }
        String snake = text.toString().toLowerCase(Locale.ROOT);
        for (String name : List.of("finish_reason_", "stop_reason_")) {
            if (snake.startsWith(name)) {
                return snake.substring(name.length());
            }
        }
        return snake;
    }
}
