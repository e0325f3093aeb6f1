package dev.escapement.anthropic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The expected reply of a recorded exchange, read with another JSON library than the client's. Arguments of calls are compared as values. */
record ExpectedAnthropicReply(
        String id,
        String model,
        String text,
        List<String> calls,
        List<JsonNode> thoughts,
        long input,
        long output,
        long cached,
        StopReason stop) {

    private static final Map<String, StopReason> STOPS = Map.of(
            "end_turn", StopReason.COMPLETE,
            "tool_use", StopReason.COMPLETE,
            "max_tokens", StopReason.LENGTH,
            "refusal", StopReason.REFUSAL);

    static ExpectedAnthropicReply of(ModelReply reply) throws JsonProcessingException {
        List<String> calls = new ArrayList<>();
        for (var call : reply.calls()) {
            calls.add(call.id() + " " + call.tool() + " " + value(call.arguments()));
        }
        List<JsonNode> thoughts = new ArrayList<>();
        if (reply.state().isPresent()) {
            for (JsonNode block :
                    AnthropicRecording.MAPPER.readTree(reply.state().get().json())) {
                if (block.get("type").asText().equals("thinking")) {
                    thoughts.add(block);
                }
            }
        }
        return new ExpectedAnthropicReply(
                reply.provenance().replyId(),
                reply.provenance().model(),
                reply.text(),
                calls,
                thoughts,
                reply.usage().inputTokens(),
                reply.usage().outputTokens(),
                reply.usage().cachedTokens(),
                reply.stop());
    }

    /** Returns the value of arguments; incomplete arguments are unchanged. */
    private static String value(String arguments) {
        try {
            return AnthropicRecording.MAPPER.readTree(arguments).toString();
        } catch (JsonProcessingException half) {
            return arguments;
        }
    }

    static ExpectedAnthropicReply ofBody(JsonNode body) {
        StringBuilder text = new StringBuilder();
        List<String> calls = new ArrayList<>();
        List<JsonNode> thoughts = new ArrayList<>();
        for (JsonNode block : body.get("content")) {
            switch (block.get("type").asText()) {
                case "text" -> text.append(block.get("text").asText());
                case "tool_use" ->
                    calls.add(block.get("id").asText() + " " + block.get("name").asText() + " " + block.get("input"));
                case "thinking" -> thoughts.add(block);
                default -> throw new AssertionError("unknown block: " + block);
            }
        }
        return of(body, text.toString(), calls, thoughts, body.at("/usage/output_tokens"), body);
    }

    static ExpectedAnthropicReply ofStream(String stream) throws JsonProcessingException {
        JsonNode message = AnthropicRecording.MAPPER.nullNode();
        JsonNode last = message;
        StringBuilder text = new StringBuilder();
        Map<Integer, String> heads = new TreeMap<>();
        Map<Integer, String> inputs = new TreeMap<>();
        for (String line : stream.split("\n")) {
            JsonNode event = line.startsWith("data: ")
                    ? AnthropicRecording.MAPPER.readTree(line.substring("data: ".length()))
                    : AnthropicRecording.MAPPER.createObjectNode();
            message = event.has("message") ? event.get("message") : message;
            last = event.path("type").asText().equals("message_delta") ? event : last;
            text.append(event.at("/delta/text").asText());
            if (event.at("/content_block/type").asText().equals("tool_use")) {
                heads.put(
                        event.get("index").asInt(),
                        event.at("/content_block/id").asText() + " "
                                + event.at("/content_block/name").asText() + " ");
            }
            if (event.at("/delta/type").asText().equals("input_json_delta")) {
                inputs.merge(
                        event.get("index").asInt(),
                        event.at("/delta/partial_json").asText(),
                        String::concat);
            }
        }
        if (text.isEmpty()) {
            text.append(last.at("/delta/stop_details/explanation").asText());
        }
        List<String> calls = heads.keySet().stream()
                .map(index -> heads.get(index) + value(inputs.getOrDefault(index, "{}")))
                .toList();
        return of(message, text.toString(), calls, List.of(), last.at("/usage/output_tokens"), last.get("delta"));
    }

    private static ExpectedAnthropicReply of(
            JsonNode message, String text, List<String> calls, List<JsonNode> thoughts, JsonNode output, JsonNode end) {
        JsonNode usage = message.get("usage");
        long cached = usage.path("cache_read_input_tokens").asLong();
        return new ExpectedAnthropicReply(
                message.get("id").asText(),
                message.get("model").asText(),
                text,
                calls,
                thoughts,
                usage.get("input_tokens").asLong()
                        + cached
                        + usage.path("cache_creation_input_tokens").asLong(),
                output.asLong(),
                cached,
                STOPS.get(end.get("stop_reason").asText()));
    }
}
