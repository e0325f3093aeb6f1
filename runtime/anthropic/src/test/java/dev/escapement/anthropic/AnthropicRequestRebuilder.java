package dev.escapement.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.http.ToolSelection;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A recorded request rebuilt with this library: the conversation as a {@link ModelRequest}, and the rest as settings of
 * the client. Earlier replies that were also recorded are used as the client reads them, including their provider
 * state.
 */
final class AnthropicRequestRebuilder {

    /** Thrown with the reason why this library cannot create a request. */
    static final class Impossible extends Exception {
        private static final long serialVersionUID = 1L;

        Impossible(String reason) {
            super(reason);
        }
    }

    private final JsonNode request;
    private final AnthropicModel.Builder model;
    private final Map<String, ModelReply> replies;
    private final List<Message> messages = new ArrayList<>();
    private final ContentStore contents = ContentStore.inMemory();

    /**
     * Converts a recorded request.
     *
     * @param replies the recorded replies by the ids of their calls
     */
    AnthropicRequestRebuilder(AnthropicRecording recorded, Map<String, ModelReply> replies) throws Impossible {
        this.request = recorded.request();
        this.model = recorded.model();
        this.replies = replies;
        for (JsonNode message : request.get("messages")) {
            switch (message.get("role").asText()) {
                case "user" -> user(message.get("content"));
                case "assistant" -> assistant(message.get("content"));
                default -> throw new Impossible("has a message of the system amidst the conversation");
            }
        }
    }

    ModelRequest request() throws Impossible {
        List<ToolSpec<?>> tools = new ArrayList<>();
        for (JsonNode tool : request.get("tools")) {
            if (!tool.has("input_schema")) {
                throw new Impossible("offers a tool of the provider");
            }
            if (tool.path("defer_loading").asBoolean()) {
                throw new Impossible("hides a tool until it is searched for");
            }
            tools.add(new SchemaTool(
                    tool.get("name").asText(),
                    tool.path("description").asText(""),
                    tool.get("input_schema").toString()));
        }
        if (request.has("thinking") && request.at("/tool_choice/type").asText().equals("any")) {
            throw new Impossible("forces a model that thinks, which is not sent because not all models take it");
        }
        boolean isForced = request.at("/tool_choice/type").asText().equals("any");
        return new ModelRequest(
                text(request.path("system")),
                messages,
                tools,
                isForced ? ToolChoice.REQUIRED : ToolChoice.AUTO,
                RequestOptions.NONE,
                contents);
    }

    AnthropicModel model() {
        JsonNode thinking = request.path("thinking");
        if (thinking.path("type").asText().equals("adaptive")) {
            model.thinking(ThinkingMode.adaptive());
        } else if (!thinking.isMissingNode()) {
            model.thinking(ThinkingMode.budget(thinking.get("budget_tokens").asInt()));
        }
        JsonNode only = request.at("/tool_choice/name");
        if (!only.isMissingNode()) {
            model.toolChoice(new ToolSelection.Only(only.asText()));
        }
        return model.build();
    }

    private void user(JsonNode content) throws Impossible {
        for (JsonNode block : content) {
            if (block.get("type").asText().equals("tool_result")) {
                messages.add(new Message.ToolAnswer(
                        block.get("tool_use_id").asText(),
                        content(block.get("content")),
                        block.path("is_error").asBoolean()));
            } else {
                messages.add(new Message.User(
                        content(AnthropicRecording.MAPPER.createArrayNode().add(block))));
            }
        }
    }

    private void assistant(JsonNode content) throws Impossible {
        StringBuilder text = new StringBuilder();
        List<Call> calls = new ArrayList<>();
        for (JsonNode block : content) {
            switch (block.get("type").asText()) {
                case "text" -> text.append(block.get("text").asText());
                case "tool_use" ->
                    calls.add(new Call(
                            block.get("id").asText(),
                            block.get("name").asText(),
                            block.get("input").toString()));
                default -> {} // the rest of its content is only in the reply
            }
        }
        ModelReply reply = calls.isEmpty() ? null : replies.get(calls.get(0).id());
        messages.add(
                reply == null
                        ? new Message.Assistant(text.toString(), calls)
                        : new Message.Assistant(reply.text(), reply.calls(), reply.state()));
    }

    private List<Content> content(JsonNode content) throws Impossible {
        if (!content.isArray()) {
            return List.of(new Content.Text(content.asText("")));
        }
        List<Content> parts = new ArrayList<>();
        for (JsonNode part : content) {
            JsonNode source = part.path("source");
            boolean isBase64 = source.path("type").asText().equals("base64");
            if (isBase64) {
                byte[] bytes = bytes(source.get("data").asText());
                parts.add(contents.put(
                        source.get("media_type").asText(), part.path("title").asText(""), bytes));
            } else if (source.path("type").asText().equals("text")) {
                byte[] bytes = source.get("data").asText().getBytes(StandardCharsets.UTF_8);
                parts.add(contents.put("text/plain", part.path("title").asText(""), bytes));
            } else {
                parts.add(new Content.Text(
                        text(AnthropicRecording.MAPPER.createArrayNode().add(part))));
            }
        }
        return parts;
    }

    private static byte[] bytes(String base64) throws Impossible {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Impossible("has a file that the recording shortens");
        }
    }

    private static String text(JsonNode content) throws Impossible {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.get("type").asText().equals("text")) {
                throw new Impossible("shows the model something else than text and files: "
                        + part.get("type").asText() + " "
                        + part.at("/source/type").asText());
            }
            text.append(part.get("text").asText());
        }
        return text.toString();
    }
}
