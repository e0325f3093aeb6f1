package dev.escapement.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * A conversion of a whole reply to the equivalent event stream of the API. Texts arrive in pieces, and their signature in
 * an empty text after them.
 */
final class StreamedContent {

    private static final int PIECE = 7;

    private final JsonNode body;
    private final StringBuilder stream = new StringBuilder();

    private StreamedContent(JsonNode body) {
        this.body = body;
    }

    static String of(JsonNode body) {
        StreamedContent streamed = new StreamedContent(body);
        for (JsonNode part : body.at("/candidates/0/content/parts")) {
            streamed.part((ObjectNode) part);
        }
        ObjectNode end = GeminiSamples.MAPPER.createObjectNode().put("text", "");
        streamed.response(end, response -> {
            ((ObjectNode) response.at("/candidates/0")).set("finishReason", body.at("/candidates/0/finishReason"));
            response.set("usageMetadata", body.get("usageMetadata"));
        });
        return streamed.stream.toString();
    }

    private void part(ObjectNode part) {
        if (!part.path("text").isTextual()) {
            response(part, response -> {});
            return;
        }
        String text = part.get("text").asText();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + PIECE);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            ObjectNode piece = GeminiSamples.MAPPER.createObjectNode().put("text", text.substring(from, to));
            if (part.has("thought")) {
                piece.set("thought", part.get("thought"));
            }
            response(piece, response -> {});
            from = to;
        }
        if (part.has("thoughtSignature")) {
            response(part.deepCopy().put("text", ""), response -> {});
        }
    }

    private void response(ObjectNode part, Consumer<ObjectNode> more) {
        ObjectNode response = GeminiSamples.MAPPER.createObjectNode();
        ObjectNode candidate = response.putArray("candidates").addObject();
        candidate.putObject("content").put("role", "model").putArray("parts").add(part);
        candidate.put("index", 0);
        body.properties().forEach(property -> {
            if (!property.getKey().equals("candidates") && !property.getKey().equals("usageMetadata")) {
                response.set(property.getKey(), property.getValue());
            }
        });
        more.accept(response);
        stream.append("data: ").append(response).append("\r\n\r\n");
    }
}
