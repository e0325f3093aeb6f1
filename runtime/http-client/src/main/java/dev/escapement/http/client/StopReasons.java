package dev.escapement.http.client;

import dev.escapement.model.StopReason;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of the words by which providers state why a model stopped. Gateways forward the words of other providers, so
 * one table serves all clients. Letter case is ignored, and {@code -} and blanks are equal to {@code _}.
 */
public final class StopReasons {

    private StopReasons() {}

    /**
     * Returns the reason that a word denotes.
     *
     * @param word the provider's word
     * @return the reason, {@link StopReason#UNKNOWN} for words that report an unusable reply; empty if the word is unknown
     *     or empty, and for the words of {@link #isTemporaryFault}. A reply is then complete if the protocol's end arrived
     *     and all arguments are complete JSON
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
            default -> Optional.empty();
        };
    }

    /**
     * Returns whether a word reports a temporary fault of the provider, after which the request can be repeated.
     *
     * @param word the provider's word
     * @return whether the reply is void
     */
    public static boolean isTemporaryFault(String word) {
        return switch (normalized(word)) {
            case "error",
                    "network_error",
                    "server_error",
                    "internal_error",
                    "insufficient_system_resource",
                    "overloaded",
                    "timeout",
                    "abort",
                    "aborted",
                    "cancelled",
                    "canceled" -> true;
            default -> false;
        };
    }

    private static String normalized(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }
}
