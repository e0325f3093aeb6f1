package dev.escapement.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escapement.fake.client.Counts;

/** The normalized meaning of a request, equal for equivalent forms. Each difference in form is counted. */
final class AnthropicRequestMeaning {

    private final Counts leveled;
    private final ObjectNode meaning;

    private AnthropicRequestMeaning(JsonNode request, Counts leveled) {
        this.leveled = leveled;
        this.meaning = request.deepCopy();
    }

    static JsonNode of(JsonNode request, Counts leveled) {
        AnthropicRequestMeaning meaning = new AnthropicRequestMeaning(request, leveled);
        meaning.level();
        return meaning.meaning;
    }

    private void level() {
        unmarked(meaning);
        if (meaning.has("stream") && !meaning.get("stream").asBoolean()) {
            leveled.add("theirs disables streaming explicitly");
            meaning.remove("stream");
        }
        if (meaning.path("system").isTextual()) {
            leveled.add("theirs has the prompt as a text and not in a block");
            String prompt = meaning.get("system").asText();
            meaning.putArray("system").addObject().put("type", "text").put("text", prompt);
        }
        if (meaning.path("tool_choice").toString().equals("{\"type\":\"auto\"}")) {
            leveled.add("theirs has the default choice of tools");
            meaning.remove("tool_choice");
        }
        for (JsonNode tool : meaning.get("tools")) {
            tool((ObjectNode) tool);
        }
        meaning.set("messages", turns(meaning.get("messages")));
    }

    private void unmarked(JsonNode node) {
        if (node instanceof ObjectNode object && object.remove("cache_control") != null) {
            leveled.add("ours has a marker for the cache");
        }
        node.forEach(this::unmarked);
    }

    private void tool(ObjectNode tool) {
        if (tool.path("description").asText("").isEmpty() && tool.remove("description") != null) {
            leveled.add("theirs has an empty description of a tool");
        }
    }

    private ArrayNode turns(JsonNode messages) {
        ArrayNode turns = AnthropicRecording.MAPPER.createArrayNode();
        for (JsonNode message : messages) {
            JsonNode last = turns.path(turns.size() - 1);
            if (last.path("role").equals(message.get("role"))) {
                ((ArrayNode) last.get("content")).addAll((ArrayNode) message.get("content"));
                leveled.add("theirs has consecutive messages of one side");
            } else {
                turns.add(message);
            }
        }
        for (JsonNode turn : turns) {
            turn.get("content").forEach(block -> result((ObjectNode) block));
        }
        return turns;
    }

    private static boolean isText(JsonNode content) {
        for (JsonNode part : content) {
            if (!part.get("type").asText().equals("text")) {
                return false;
            }
        }
        return true;
    }

    private void result(ObjectNode block) {
        if (block.path("is_error").isBoolean() && !block.get("is_error").asBoolean()) {
            leveled.add("theirs marks a result as successful");
            block.remove("is_error");
        }
        if (block.path("type").asText().equals("tool_result")
                && block.path("content").isArray()
                && isText(block.get("content"))) {
            leveled.add("theirs has a result in blocks of text");
            StringBuilder text = new StringBuilder();
            block.get("content").forEach(part -> text.append(part.get("text").asText()));
            block.put("content", text.toString());
        }
    }
}
