package dev.escapement.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The checks of the results of cases. */
final class CaseChecks {

    private CaseChecks() {}

    static void reply(CaseSpec spec, StopReason stop, CaseResult result) {
        ModelReply reply = result.requireReply();
        assertEquals(spec.text, reply.text());
        assertEquals(Objects.requireNonNullElse(spec.shown, spec.text), result.shown(), "the text of the deltas");
        assertEquals(
                spec.calls,
                reply.calls().stream()
                        .map(call -> call.tool() + " " + call.arguments())
                        .toList());
        assertEquals(stop, reply.stop());
        assertEquals(
                "%d/%d/%d".formatted(spec.usage[0], spec.usage[1], spec.usage[2]),
                reply.usage().inputTokens() + "/" + reply.usage().outputTokens() + "/"
                        + reply.usage().cachedTokens());
        assertEquals(spec.requests, result.requests().size(), "requests");
    }

    static void failure(CaseSpec spec, Class<? extends ModelException> type, List<String> words, CaseResult result) {
        ModelException failure = result.requireFailure();
        assertInstanceOf(type, failure);
        String message = Objects.requireNonNull(failure.getMessage());
        for (String word : words) {
            assertTrue(message.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)), message);
        }
        assertFalse(message.contains(CasePlayer.KEY), message);
        assertEquals(spec.requests, result.requests().size(), "requests");
    }

    static void status(int expected, RequestRejectedException failure) {
        assertEquals(expected, failure.status(), failure.getMessage());
    }

    static void status(int expected, ModelUnavailableException failure) {
        assertEquals(expected, failure.status(), failure.getMessage());
    }

    static void finishReason(String word, CaseResult result) {
        assertEquals(word, result.requireReply().provenance().finishReason());
    }

    static void distinctIds(CaseResult result) {
        List<String> ids = result.requireReply().calls().stream().map(Call::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), ids::toString);
    }

    static void retryAfter(Duration time, CaseResult result) {
        ModelUnavailableException failure = assertInstanceOf(ModelUnavailableException.class, result.requireFailure());
        assertEquals(Optional.of(time), failure.retryAfter());
    }

    static void unlike(String words, CaseResult result) {
        String message = Objects.requireNonNull(result.requireFailure().getMessage());
        assertFalse(message.contains(words), message);
    }

    static void target(String expected, CaseResult result) {
        result.requests().forEach(request -> assertEquals(expected, request.target()));
    }

    static void atLeast(Duration time, CaseResult result) {
        assertTrue(result.elapsed().compareTo(time) >= 0, () -> "after " + result.elapsed());
    }

    static void within(Duration time, CaseResult result) {
        assertTrue(result.elapsed().compareTo(time) <= 0, () -> "after " + result.elapsed());
    }

    /** Checks that a property of a request is absent at every depth. */
    static void absent(String property, JsonNode body) {
        assertTrue(body.findValues(property).isEmpty(), () -> property + " in " + body);
    }

    /** Returns the last message of a role in a request. */
    static JsonNode lastMessage(JsonNode body, String role) {
        JsonNode found = null;
        for (JsonNode message : body.get("messages")) {
            found = message.path("role").asText().equals(role) ? message : found;
        }
        return Objects.requireNonNull(found, () -> "no message of " + role + " in " + body);
    }
}
