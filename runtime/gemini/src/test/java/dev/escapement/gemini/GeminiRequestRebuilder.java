package dev.escapement.gemini;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.http.ToolSelection;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A recorded request rebuilt with this library: the conversation as a {@link ModelRequest}, and the rest as settings of
 * the client. Earlier replies are used as the client reads them, including their provider state. The request has the
 * form that {@link GeminiRequestMeaning} returns.
 */
final class GeminiRequestRebuilder {

    private final JsonNode request;
    private final GeminiModel.Builder model;
    private final Map<String, ModelReply> replies;
    private final ContentStore contents = ContentStore.inMemory();
    private final List<Message> messages = new ArrayList<>();
    private Iterator<Call> open = List.<Call>of().iterator();
    private boolean hasUnrecordedReply;

    /**
     * Converts a recorded request.
     *
     * @param request the meaning of the request
     * @param model the client for the exchange
     * @param replies the recorded replies by the first signature of their calls
     */
    GeminiRequestRebuilder(JsonNode request, GeminiModel.Builder model, Map<String, ModelReply> replies) {
        this.request = request;
        this.model = model;
        this.replies = replies;
        for (JsonNode content : request.get("contents")) {
            if (content.get("role").asText().equals("user")) {
                user(content.get("parts"));
            } else {
                assistant((ObjectNode) content);
            }
        }
    }

    /** Returns whether the conversation contains a reply that was not recorded in the same file. */
    boolean hasUnrecordedReply() {
        return hasUnrecordedReply;
    }

    ModelRequest request() {
        List<ToolSpec<?>> tools = new ArrayList<>();
        for (JsonNode tool : request.at("/tools/0/functionDeclarations")) {
            tools.add(new SchemaTool(
                    tool.get("name").asText(),
                    tool.get("description").asText(),
                    tool.get("parametersJsonSchema").toString()));
        }
        JsonNode choice = request.at("/toolConfig/functionCallingConfig");
        return new ModelRequest(
                request.at("/systemInstruction/parts/0/text").asText(""),
                messages,
                tools,
                choice.path("mode").asText().equals("ANY") ? ToolChoice.REQUIRED : ToolChoice.AUTO,
                RequestOptions.NONE,
                contents);
    }

    GeminiModel model() {
        JsonNode choice = request.at("/toolConfig/functionCallingConfig");
        model.strict(choice.path("mode").asText().equals("VALIDATED"));
        if (choice.path("mode").asText().equals("NONE")) {
            model.toolChoice(ToolSelection.Mode.NONE);
        }
        if (choice.has("allowedFunctionNames")) {
            assumeTrue(
                    choice.get("allowedFunctionNames").size() == 1, "impossible: only some of the tools are allowed");
            model.toolChoice(new ToolSelection.Only(
                    choice.get("allowedFunctionNames").get(0).asText()));
        }
        request.path("generationConfig")
                .properties()
                .forEach(property ->
                        model.property(property.getKey(), property.getValue().toString()));
        return model.build();
    }

    private void user(JsonNode parts) {
        List<Content> words = new ArrayList<>();
        for (JsonNode part : parts) {
            if (part.has("functionResponse")) {
                answer(part.get("functionResponse"));
            } else {
                words.add(part.has("text") ? new Content.Text(part.get("text").asText()) : file(part));
            }
        }
        if (!words.isEmpty()) {
            messages.add(new Message.User(words));
        }
    }

    private Content.File file(JsonNode part) {
        try {
            JsonNode file = part.get("inlineData");
            return contents.put(
                    file.get("mimeType").asText(), "", file.get("data").binaryValue());
        } catch (java.io.IOException e) {
            throw new AssertionError(part.toString(), e);
        }
    }

    private void answer(JsonNode answer) {
        List<Content> content = new ArrayList<>();
        JsonNode response = answer.get("response");
        for (JsonNode text : response) {
            content.add(new Content.Text(text.asText()));
        }
        for (JsonNode file : answer.path("parts")) {
            content.add(file(file));
        }
        messages.add(new Message.ToolAnswer(open.next().id(), content, response.has("error")));
    }

    private void assistant(ObjectNode content) {
        ModelReply reply = replies.get(signature(content));
        if (reply == null) {
            hasUnrecordedReply = true;
            ObjectNode body = GeminiSamples.MAPPER.createObjectNode();
            body.putArray("candidates").addObject().put("finishReason", "STOP").set("content", content);
            reply = ReplyFeed.body(model.build().reader(delta -> {}), body.toString());
        }
        Message.Assistant message = GeminiSamples.repeated(reply);
        open = message.calls().iterator();
        messages.add(message);
    }

    /** Returns the first signature of a content; empty if it has none. */
    static String signature(JsonNode content) {
        for (JsonNode part : content.get("parts")) {
            if (part.has("thoughtSignature")) {
                return GeminiRequestMeaning.plainBase64(
                        part.get("thoughtSignature").asText());
            }
        }
        return "";
    }
}
