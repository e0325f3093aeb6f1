package dev.escapement.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A conversion of a whole reply to the equivalent event stream of the API, with one delta for every few characters. */
final class StreamedMessage {

    private static final int PIECE = 7;
    private static final Map<String, String> GROWING =
            Map.of("text", "text_delta", "thinking", "thinking_delta", "signature", "signature_delta");

    private final StringBuilder stream = new StringBuilder();

    private StreamedMessage() {}

    static String of(JsonNode body) {
        StreamedMessage streamed = new StreamedMessage();
        ObjectNode message = body.deepCopy();
        message.putArray("content");
        message.putNull("stop_reason");
        message.remove("stop_details");
        streamed.event("message_start", node -> node.set("message", message));
        streamed.event("ping", node -> {});
        int index = 0;
        for (JsonNode block : body.get("content")) {
            streamed.block(index++, (ObjectNode) block);
        }
        streamed.event("message_delta", node -> {
            ObjectNode delta = node.putObject("delta");
            delta.set("stop_reason", body.get("stop_reason"));
            if (body.has("stop_details")) {
                delta.set("stop_details", body.get("stop_details"));
            }
            node.set("usage", body.get("usage"));
        });
        streamed.event("message_stop", node -> {});
        return streamed.stream.toString();
    }

    private void block(int index, ObjectNode block) {
        ObjectNode begun = block.deepCopy();
        Map<String, String> pieces = new LinkedHashMap<>();
        GROWING.forEach((property, type) -> {
            if (block.has(property)) {
                begun.put(property, "");
                pieces.put(property, type);
            }
        });
        if (block.has("input")) {
            begun.putObject("input");
        }
        event("content_block_start", index, node -> node.set("content_block", begun));
        pieces.forEach((property, type) ->
                grow(index, type, property, block.get(property).asText()));
        if (block.has("input")) {
            String input = block.get("input").toString();
            grow(index, "input_json_delta", "partial_json", input.equals("{}") ? "" : input);
        }
        event("content_block_stop", index, node -> {});
    }

    private void grow(int index, String type, String property, String value) {
        for (int from = 0; from == 0 || from < value.length(); from += PIECE) {
            String piece = value.substring(from, Math.min(value.length(), from + PIECE));
            event(
                    "content_block_delta",
                    index,
                    node -> node.putObject("delta").put("type", type).put(property, piece));
        }
    }

    private void event(String type, int index, Consumer<ObjectNode> more) {
        event(type, node -> {
            node.put("index", index);
            more.accept(node);
        });
    }

    private void event(String type, Consumer<ObjectNode> more) {
        ObjectNode data = AnthropicRecording.MAPPER.createObjectNode().put("type", type);
        more.accept(data);
        stream.append("event: ").append(type).append("\ndata: ").append(data).append("\n\n");
    }
}
