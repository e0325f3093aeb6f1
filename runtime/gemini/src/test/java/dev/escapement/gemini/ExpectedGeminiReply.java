package dev.escapement.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import java.util.ArrayList;
import java.util.List;

/**
 * The expected reply of a recorded exchange, read with another JSON library than the client's. Arguments of calls are
 * compared as values.
 */
record ExpectedGeminiReply(
        String id,
        String model,
        String text,
        List<String> calls,
        List<String> signatures,
        long input,
        long output,
        long cached,
        StopReason stop,
        String reason) {

    static ExpectedGeminiReply of(ModelReply reply) throws JsonProcessingException {
        List<String> calls = new ArrayList<>();
        for (var call : reply.calls()) {
            calls.add(call.tool() + " " + GeminiSamples.MAPPER.readTree(call.arguments()));
        }
        List<String> signatures = new ArrayList<>();
        if (reply.state().isPresent()) {
            for (JsonNode part :
                    GeminiSamples.MAPPER.readTree(reply.state().get().json())) {
                if (part.has("thoughtSignature")) {
                    signatures.add(part.get("thoughtSignature").asText());
                }
            }
        }
        return new ExpectedGeminiReply(
                reply.provenance().replyId(),
                reply.provenance().model(),
                reply.text(),
                calls,
                signatures,
                reply.usage().inputTokens(),
                reply.usage().outputTokens(),
                reply.usage().cachedTokens(),
                reply.stop(),
                reply.provenance().finishReason());
    }

    static ExpectedGeminiReply of(JsonNode body) {
        StringBuilder text = new StringBuilder();
        List<String> calls = new ArrayList<>();
        List<String> signatures = new ArrayList<>();
        for (JsonNode part : body.at("/candidates/0/content/parts")) {
            text.append(part.path("text").asText(""));
            if (part.has("functionCall")) {
                JsonNode call = part.get("functionCall");
                calls.add(call.get("name").asText() + " " + call.get("args"));
            }
            if (part.has("thoughtSignature")) {
                signatures.add(part.get("thoughtSignature").asText());
            }
        }
        JsonNode usage = body.get("usageMetadata");
        String reason = body.at("/candidates/0/finishReason").asText();
        return new ExpectedGeminiReply(
                body.path("responseId").asText(""),
                body.get("modelVersion").asText(),
                text.toString(),
                calls,
                signatures,
                usage.get("promptTokenCount").asLong(),
                usage.get("candidatesTokenCount").asLong()
                        + usage.path("thoughtsTokenCount").asLong(),
                usage.path("cachedContentTokenCount").asLong(),
                reason.equals("STOP") ? StopReason.COMPLETE : StopReason.UNKNOWN,
                reason);
    }

    /** Returns a description of the content, for a table of counts. */
    String kind() {
        List<String> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add("text");
        }
        if (!calls.isEmpty()) {
            parts.add(calls.size() == 1 ? "call" : "calls");
        }
        if (!signatures.isEmpty()) {
            parts.add("signature");
        }
        return stop + ", " + String.join(" and ", parts);
    }
}
