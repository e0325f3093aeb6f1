package dev.escapement.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The expected reply of a recorded exchange, read with another JSON library than the client's. Streams of Responses are read from their pieces. */
record ExpectedOpenAiReply(
        String text,
        List<String> calls,
        long input,
        long output,
        long cached,
        StopReason stop,
        String id,
        String model) {

    static ExpectedOpenAiReply of(ModelReply reply) {
        return new ExpectedOpenAiReply(
                reply.text(),
                reply.calls().stream()
                        .map(call -> call.id() + " " + call.tool() + " " + call.arguments())
                        .toList(),
                reply.usage().inputTokens(),
                reply.usage().outputTokens(),
                reply.usage().cachedTokens(),
                reply.stop(),
                reply.provenance().replyId(),
                reply.provenance().model());
    }

    static ExpectedOpenAiReply of(OpenAiRecording recorded) throws JsonProcessingException {
        if (recorded.isStream()) {
            List<JsonNode> events = events(recorded.stream());
            return recorded.protocol() == Protocol.RESPONSES ? responsesStream(events) : chatStream(events);
        }
        JsonNode body = OpenAiRecording.MAPPER.readTree(recorded.body());
        return recorded.protocol() == Protocol.RESPONSES ? responses(body) : chat(body, recorded.request());
    }

    private static List<JsonNode> events(String stream) throws JsonProcessingException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : stream.split("\r?\n")) {
            if (line.startsWith("data: {")) {
                events.add(OpenAiRecording.MAPPER.readTree(line.substring("data: ".length())));
            }
        }
        return events;
    }

    private static ExpectedOpenAiReply chat(JsonNode body, JsonNode request) throws JsonProcessingException {
        JsonNode error = body.path("error");
        if (error.has("failed_generation")) {
            JsonNode call = OpenAiRecording.MAPPER.readTree(
                    error.get("failed_generation").asText());
            String arguments = verbatim(error.get("failed_generation").asText());
            return new ExpectedOpenAiReply(
                    "",
                    List.of("call_1 " + call.get("name").asText() + " " + arguments),
                    0,
                    0,
                    0,
                    StopReason.COMPLETE,
                    "",
                    request.get("model").asText());
        }
        JsonNode choice = body.at("/choices/0");
        List<String> calls = new ArrayList<>();
        for (JsonNode call : choice.at("/message/tool_calls")) {
            JsonNode function = call.get("function");
            calls.add(call.get("id").asText() + " " + function.get("name").asText() + " "
                    + function.path("arguments").asText(""));
        }
        return usage(
                body,
                choice.at("/message/content").asText(""),
                calls,
                body.path("usage"),
                "prompt",
                "completion",
                stop(choice.get("finish_reason").asText()));
    }

    /** Returns the arguments as the model wrote them, white space included. */
    private static String verbatim(String generation) {
        String name = "\"arguments\": ";
        return generation.substring(generation.indexOf(name) + name.length(), generation.lastIndexOf('}'));
    }

    private static ExpectedOpenAiReply chatStream(List<JsonNode> chunks) {
        StringBuilder text = new StringBuilder();
        Map<Integer, String> calls = new TreeMap<>();
        JsonNode usage = OpenAiRecording.MAPPER.nullNode();
        String reason = "";
        for (JsonNode chunk : chunks) {
            usage = chunk.hasNonNull("usage") ? chunk.get("usage") : usage;
            JsonNode choice = chunk.at("/choices/0");
            text.append(choice.at("/delta/content").asText(""));
            for (JsonNode call : choice.at("/delta/tool_calls")) {
                JsonNode function = call.get("function");
                calls.merge(
                        call.get("index").asInt(),
                        call.has("id")
                                ? call.get("id").asText() + " "
                                        + function.get("name").asText() + " "
                                : function.get("arguments").asText(),
                        String::concat);
            }
            reason = choice.hasNonNull("finish_reason")
                    ? choice.get("finish_reason").asText()
                    : reason;
        }
        return usage(
                chunks.get(0),
                text.toString(),
                List.copyOf(calls.values()),
                usage,
                "prompt",
                "completion",
                stop(reason));
    }

    private static StopReason stop(String reason) {
        return Map.of("stop", StopReason.COMPLETE, "tool_calls", StopReason.COMPLETE)
                .get(reason);
    }

    private static ExpectedOpenAiReply responses(JsonNode response) {
        StringBuilder text = new StringBuilder();
        List<String> calls = new ArrayList<>();
        for (JsonNode item : response.get("output")) {
            switch (item.get("type").asText()) {
                case "message" ->
                    item.get("content")
                            .forEach(part -> text.append(part.get("text").asText()));
                case "function_call" ->
                    calls.add(item.get("call_id").asText() + " "
                            + item.get("name").asText() + " "
                            + item.get("arguments").asText());
                case "reasoning" -> {}
                default -> throw new AssertionError("unknown item: " + item);
            }
        }
        StopReason stop = Map.of("completed", StopReason.COMPLETE)
                .get(response.get("status").asText());
        return usage(response, text.toString(), calls, response.get("usage"), "input", "output", stop);
    }

    private static ExpectedOpenAiReply responsesStream(List<JsonNode> events) {
        StringBuilder text = new StringBuilder();
        Map<Integer, String> heads = new TreeMap<>();
        Map<Integer, String> calls = new TreeMap<>();
        JsonNode usage = OpenAiRecording.MAPPER.nullNode();
        for (JsonNode event : events) {
            int index = event.path("output_index").asInt();
            switch (event.get("type").asText()) {
                case "response.output_text.delta" ->
                    text.append(event.get("delta").asText());
                case "response.output_item.added" ->
                    heads.put(
                            index,
                            event.at("/item/call_id").asText() + " "
                                    + event.at("/item/name").asText() + " ");
                case "response.function_call_arguments.delta" ->
                    calls.merge(index, event.get("delta").asText(), String::concat);
                case "response.completed" -> usage = event.at("/response/usage");
                default -> {}
            }
        }
        calls.replaceAll((index, arguments) -> heads.get(index) + arguments);
        return usage(
                events.get(0).get("response"),
                text.toString(),
                List.copyOf(calls.values()),
                usage,
                "input",
                "output",
                StopReason.COMPLETE);
    }

    private static ExpectedOpenAiReply usage(
            JsonNode named,
            String text,
            List<String> calls,
            JsonNode usage,
            String input,
            String output,
            StopReason stop) {
        return new ExpectedOpenAiReply(
                text,
                calls,
                usage.path(input + "_tokens").asLong(),
                usage.path(output + "_tokens").asLong(),
                usage.path(input + "_tokens_details").path("cached_tokens").asLong(),
                stop,
                named.get("id").asText(),
                named.get("model").asText());
    }
}
