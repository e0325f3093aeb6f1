package dev.escapement.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Conditions for the bodies of requests. */
final class RequestChecks {

    private RequestChecks() {}

    /** Requires that a property is absent at every depth. */
    static Consumer<JsonNode> absent(String property) {
        return body -> CaseChecks.absent(property, body);
    }

    /** Requires the value of a property of the request. */
    static Consumer<JsonNode> value(String property, String value) {
        return body -> assertEquals(value, body.path(property).asText(), body::toString);
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

    /** Returns a conversation with a reply of another model and the answer to its call. */
    static Message[] conversation(String text, String id, String answer, boolean failed) {
        return new Message[] {
            new Message.User("Hi"),
            new Message.Assistant(text, List.of(new Call(id, "get_weather", "{\"city\":\"Oslo\"}"))),
            new Message.ToolAnswer(id, answer, failed)
        };
    }

    /** Requires that a call has an answer whose content is text. */
    static Consumer<JsonNode> answerOf(String id) {
        return body -> {
            has("/tool_call_id", id, CaseChecks.lastMessage(body, "tool"));
            assertTrue(CaseChecks.lastMessage(body, "tool").get("content").isTextual(), body::toString);
        };
    }

    /** Requires that the id of the call is that of the answer, short, and of characters that each provider accepts. */
    static Consumer<JsonNode> idsUpTo(int length) {
        return body -> {
            Set<String> ids = new TreeSet<>();
            for (String property : List.of("tool_call_id", "call_id", "tool_use_id")) {
                ids.addAll(body.findValuesAsText(property));
            }
            for (String property : List.of("function", "input")) {
                body.findParents(property).stream()
                        .filter(call -> call.has("id"))
                        .forEach(call -> ids.add(call.get("id").asText()));
            }
            assertEquals(1, ids.size(), body::toString);
            assertTrue(ids.iterator().next().matches("[a-zA-Z0-9_-]{1," + length + "}"), ids::toString);
        };
    }

    /** Requires that no text is blank. */
    static Consumer<JsonNode> noBlankText() {
        return body -> {
            List<String> texts = new ArrayList<>(body.findValuesAsText("text"));
            body.path("messages").forEach(message -> {
                if (message.path("content").isTextual()
                        && message.path("role").asText().equals("assistant")) {
                    texts.add(message.path("content").asText());
                }
            });
            assertTrue(texts.stream().noneMatch(String::isBlank), body::toString);
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
