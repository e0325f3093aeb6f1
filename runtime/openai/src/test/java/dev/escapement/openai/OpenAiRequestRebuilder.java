package dev.escapement.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.http.ToolSelection;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A recorded request rebuilt with this library: the conversation as a {@link ModelRequest}, and the rest as settings of
 * the client. Earlier replies that were also recorded are used as the client reads them, including their provider
 * state.
 */
final class OpenAiRequestRebuilder {

    /** Thrown with the reason why this library cannot create a request. */
    static final class Impossible extends Exception {
        private static final long serialVersionUID = 1L;

        Impossible(String reason) {
            super(reason);
        }
    }

    private static final Set<String> WRITTEN_BY_THE_CLIENT = Set.of(
            "model", "messages", "input", "instructions", "tools", "tool_choice", "stream", "stream_options", "store");

    private final OpenAiRecording recorded;
    private final Map<String, ModelReply> replies;
    private final ContentStore contents = ContentStore.inMemory();
    private final List<Message> messages = new ArrayList<>();
    private final List<String> prompts = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<JsonNode> kept = new ArrayList<>();
    private String said = "";

    /**
     * Converts a recorded request.
     *
     * @param replies the replies of the same cassette by the id of their first call
     */
    OpenAiRequestRebuilder(OpenAiRecording recorded, Map<String, ModelReply> replies) throws Impossible {
        this.recorded = recorded;
        this.replies = replies;
        JsonNode request = recorded.request();
        for (String memory : List.of("previous_response_id", "conversation")) {
            if (request.hasNonNull(memory)) {
                throw new Impossible("uses the memory of the provider");
            }
        }
        if (request.path("background").asBoolean()) {
            throw new Impossible("wants the reply in the background");
        }
        if (request.hasNonNull("instructions")
                && !request.get("instructions").asText().isEmpty()) {
            prompts.add(request.get("instructions").asText());
        }
        for (JsonNode item : request.has("messages") ? request.get("messages") : request.get("input")) {
            take(item);
        }
        endReply();
    }

    ModelRequest request() throws Impossible {
        List<ToolSpec<?>> tools = new ArrayList<>();
        for (JsonNode tool : recorded.request().get("tools")) {
            if (!tool.path("type").asText("function").equals("function")) {
                throw new Impossible("offers a tool of the provider");
            }
            JsonNode function = tool.has("function") ? tool.get("function") : tool;
            tools.add(new SchemaTool(
                    function.get("name").asText(),
                    function.path("description").asText(""),
                    function.get("parameters").toString()));
        }
        return new ModelRequest(
                String.join("\n\n", prompts), messages, tools, ToolChoice.AUTO, RequestOptions.NONE, contents);
    }

    OpenAiModel model() {
        JsonNode request = recorded.request();
        OpenAiModel.Builder model =
                recorded.model().strict(request.at("/tools/0").toString().contains("\"strict\":true"));
        model.encryptedReasoning(false); // requests for it use a property
        JsonNode choice = request.path("tool_choice");
        if (choice.isObject()) {
            model.toolChoice(new ToolSelection.Only(choice.findValue("name").asText()));
        } else if (choice.isTextual()) {
            model.toolChoice(
                    switch (choice.asText()) {
                        case "required", "any" -> ToolSelection.Mode.REQUIRED;
                        case "none" -> ToolSelection.Mode.NONE;
                        default -> ToolSelection.Mode.AUTO;
                    });
        }
        request.properties().forEach(property -> {
            if (!WRITTEN_BY_THE_CLIENT.contains(property.getKey())
                    && !property.getValue().isNull()) {
                model.property(property.getKey(), property.getValue().toString());
            }
        });
        return model.build();
    }

    private void take(JsonNode item) throws Impossible {
        String kind =
                item.has("role") ? item.get("role").asText() : item.get("type").asText();
        switch (kind) {
            case "system", "developer" -> prompts.add(text(item));
            case "user" -> {
                endReply();
                messages.add(new Message.User(content(item.get("content"))));
            }
            case "assistant" -> {
                said += text(item);
                for (JsonNode call : item.path("tool_calls")) {
                    JsonNode function = call.get("function");
                    calls.add(new Call(
                            call.get("id").asText(),
                            function.get("name").asText(),
                            function.path("arguments").asText("{}")));
                }
                keep(item);
            }
            case "function_call" -> {
                calls.add(new Call(
                        item.get("call_id").asText(),
                        item.get("name").asText(),
                        item.get("arguments").asText()));
                keep(item);
            }
            case "reasoning" -> keep(item);
            case "tool" -> answer(item.get("tool_call_id"), item.get("content"));
            case "function_call_output" -> answer(item.get("call_id"), item.get("output"));
            default -> throw new Impossible("holds an item of type " + kind);
        }
    }

    private void answer(JsonNode id, JsonNode answer) {
        endReply();
        messages.add(new Message.ToolAnswer(id.asText(), content(answer), false));
    }

    /** Returns the texts and files of a message. The bytes of the files are not part of the recording. */
    private List<Content> content(JsonNode content) {
        if (!content.isArray()) {
            return List.of(new Content.Text(content.asText()));
        }
        List<Content> parts = new ArrayList<>();
        for (JsonNode part : content) {
            boolean isImage = part.get("type").asText().contains("image");
            byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            parts.add(
                    part.has("text")
                            ? new Content.Text(part.get("text").asText())
                            : contents.put(isImage ? "image/png" : "application/pdf", "filename.pdf", bytes));
        }
        return parts;
    }

    private void keep(JsonNode item) {
        if (recorded.protocol() == Protocol.RESPONSES) {
            kept.add(item);
        }
    }

    private void endReply() {
        ModelReply reply = calls.isEmpty() ? null : replies.get(calls.get(0).id());
        if (reply != null) {
            messages.add(new Message.Assistant(reply.text(), reply.calls(), reply.state()));
        } else if (!said.isEmpty() || !calls.isEmpty()) {
            messages.add(new Message.Assistant(said, calls, state()));
        }
        said = "";
        calls.clear();
        kept.clear();
    }

    private Optional<ProviderState> state() {
        if (kept.stream().noneMatch(item -> item.path("type").asText().equals("reasoning"))) {
            return Optional.empty();
        }
        String provider = recorded.model().build().info().provider();
        return Optional.of(new ProviderState(provider + ".responses", kept.toString()));
    }

    private static String text(JsonNode message) throws Impossible {
        JsonNode content = message.path("content");
        StringBuilder text = new StringBuilder(content.isTextual() ? content.asText() : "");
        for (JsonNode part : content.isArray() ? content : List.<JsonNode>of()) {
            if (!part.has("text")) {
                throw new Impossible("shows something else than text");
            }
            text.append(part.get("text").asText());
        }
        return text.toString();
    }
}
