package dev.escapement.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.function.Consumer;

/** Conditions for the bodies of requests. */
final class RequestChecks {

    private RequestChecks() {}

    /** Requires that a property is absent at every depth. */
    static Consumer<JsonNode> absent(String property) {
        return body -> CaseChecks.absent(property, body);
    }

    /** Requires a value in the last message of the assistant. */
    static Consumer<JsonNode> companion(String path, String value) {
        return body -> has("/" + path, value, CaseChecks.lastMessage(body, "assistant"));
    }

    /** Requires a value in the last call of the assistant. */
    static Consumer<JsonNode> callCompanion(String path, String value) {
        return companion("tool_calls/0/" + path, value);
    }

    /** Requires that the call and its answer have an id. */
    static Consumer<JsonNode> sameId(String id) {
        return body -> {
            has("/tool_calls/0/id", id, CaseChecks.lastMessage(body, "assistant"));
            has("/tool_call_id", id, CaseChecks.lastMessage(body, "tool"));
        };
    }

    /** Requires a block of a type with a value in the last message of the assistant of Messages. */
    static Consumer<JsonNode> block(String type, String property, String value) {
        return body -> has(
                "/" + property,
                value,
                typed(type, CaseChecks.lastMessage(body, "assistant").get("content")));
    }

    /** Requires that the conversation ends with a message of the assistant. */
    static Consumer<JsonNode> assistantLast() {
        return body -> {
            JsonNode messages = body.get("messages");
            JsonNode last = messages.get(messages.size() - 1);
            has("/role", "assistant", last);
            assertFalse(last.get("content").isEmpty(), body::toString);
        };
    }

    /** Requires an item of a type with a value in the input of Responses. */
    static Consumer<JsonNode> inputItem(String type, String property, String value) {
        return body -> has("/" + property, value, typed(type, body.get("input")));
    }

    /** Requires a value in a part of the last message of the model in Gemini's protocol. */
    static Consumer<JsonNode> modelPart(int index, String path, String value) {
        return body -> {
            JsonNode found = null;
            for (JsonNode content : body.get("contents")) {
                found = content.path("role").asText().equals("model") ? content : found;
            }
            has("/parts/" + index + "/" + path, value, Objects.requireNonNull(found, body::toString));
        };
    }

    private static JsonNode typed(String type, JsonNode items) {
        JsonNode found = null;
        for (JsonNode item : items) {
            found = item.path("type").asText().equals(type) ? item : found;
        }
        return Objects.requireNonNull(found, () -> "no " + type + " in " + items);
    }

    private static void has(String pointer, String value, JsonNode node) {
        JsonNode found = node.at(pointer);
        assertTrue(found.isTextual(), () -> pointer + " in " + node);
        assertEquals(value, found.asText());
    }
}
