package dev.escapement.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escapement.content.ContentStore;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;

/** Sample requests and replies for tests. In JSON, single quotes replace double ones. */
final class GeminiSamples {

    static final ObjectMapper MAPPER = new ObjectMapper();
    static final ToolSpec<?> LOOK_UP =
            new SchemaTool("look_up", "Looks an order up.", "{\"type\":\"object\",\"properties\":{}}");
    static final Message.User QUESTION = new Message.User("Where is it?");

    private GeminiSamples() {}

    static GeminiModel.Builder model() {
        return GeminiModel.builder().model("gemini-3-flash").baseUrl("http://localhost");
    }

    static ModelRequest saying(Message... messages) {
        return new ModelRequest("Be brief.", List.of(messages), List.of(LOOK_UP));
    }

    static ModelRequest saying(ContentStore contents, Message... messages) {
        return new ModelRequest(
                "Be brief.", List.of(messages), List.of(LOOK_UP), ToolChoice.AUTO, RequestOptions.NONE, contents);
    }

    static ModelRequest with(RequestOptions options) {
        return new ModelRequest(
                "Be brief.", List.of(QUESTION), List.of(LOOK_UP), ToolChoice.AUTO, options, ContentStore.none());
    }

    static Message.Assistant calling(String... ids) {
        List<Call> calls =
                List.of(ids).stream().map(id -> new Call(id, "look_up", "{}")).toList();
        return new Message.Assistant("", calls);
    }

    static Message.ToolAnswer answer(String id) {
        return new Message.ToolAnswer(id, "On its way.", false);
    }

    static ModelReply read(String body) {
        return ReplyFeed.body(model().build().reader(delta -> {}), body.replace('\'', '"'));
    }

    /** Returns a message that repeats a reply. */
    static Message.Assistant repeated(ModelReply reply) {
        return new Message.Assistant(reply.text(), reply.calls(), reply.state());
    }

    /** Returns a conversation that continues after a reply. */
    static ModelRequest after(ModelReply reply) {
        List<Message> messages = new ArrayList<>(List.of(QUESTION, repeated(reply)));
        reply.calls().forEach(call -> messages.add(answer(call.id())));
        if (reply.calls().isEmpty()) {
            messages.add(new Message.User("And now?"));
        }
        return saying(messages.toArray(Message[]::new));
    }

    static JsonNode written(GeminiModel.Builder model, ModelRequest request) {
        return json(model.build().write(request));
    }

    static JsonNode contents(ModelRequest request) {
        return written(model(), request).get("contents");
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
