package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.StopReason;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopReasonsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop",
                "STOP",
                "end_turn",
                "endTurn",
                "tool-use",
                "FinishReason.TOOL_CALLS",
                "FINISH_REASON_STOP"
            })
    void completeReplies(String word) {
        assertEquals(Optional.of(StopReason.COMPLETE), StopReasons.of(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxTokens",
                "maxOutputTokens",
                "FINISH_REASON_MAX_TOKENS",
                "FinishReason.LENGTH",
                "max_tokens_reached",
                "model_context_window_exceeded"
            })
    void truncatedReplies(String word) {
        assertEquals(Optional.of(StopReason.LENGTH), StopReasons.of(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contentFilter",
                "ContentFiltered",
                "FINISH_REASON_SAFETY",
                "BLOCKED",
                "moderation",
                "content_policy_violation",
                "guardrail",
                "content_filter_error",
                "moderation_failed",
                "ERROR_TOXIC"
            })
    void filteredReplies(String word) {
        assertEquals(Optional.of(StopReason.CONTENT_FILTER), StopReasons.of(word));
        assertFalse(StopReasons.isTemporaryFault(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error",
                "error: CUDA out of memory",
                "upstream_error",
                "service_unavailable",
                "engine_overloaded",
                "failed",
                "ERROR_LIMIT",
                "internalServerError"
            })
    void temporaryFaults(String word) {
        assertTrue(StopReasons.isTemporaryFault(word));
        assertEquals(Optional.empty(), StopReasons.of(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed_tool_use", "malformedModelOutput", "UNEXPECTED_TOOL_CALL"})
    void unusableReplies(String word) {
        assertEquals(Optional.of(StopReason.UNKNOWN), StopReasons.of(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "satisfied", "weiter"})
    void unknownWords(String word) {
        assertEquals(Optional.empty(), StopReasons.of(word));
        assertFalse(StopReasons.isTemporaryFault(word));
    }
}
