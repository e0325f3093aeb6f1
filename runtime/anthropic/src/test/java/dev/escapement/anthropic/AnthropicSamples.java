package dev.escapement.anthropic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/** Sample requests and replies for tests. In JSON, single quotes replace double ones. */
final class AnthropicSamples {

    static final ToolSpec<?> LOOK_UP =
            new SchemaTool("look_up", "Looks an order up.", "{\"type\":\"object\",\"properties\":{}}");
    static final Message.User QUESTION = new Message.User("Where is it?");

    private AnthropicSamples() {}

    static AnthropicModel.Builder model() {
        return AnthropicModel.builder().model("claude-1").baseUrl("http://localhost");
    }

    static ModelRequest saying(Message... messages) {
        return new ModelRequest("Be brief.", List.of(messages), List.of(LOOK_UP));
    }

    static ModelRequest offering(ToolChoice choice, ToolSpec<?>... tools) {
        return new ModelRequest("Be brief.", List.of(QUESTION), List.of(tools), choice);
    }

    static Message.Assistant calling(String... ids) {
        List<Call> calls =
                List.of(ids).stream().map(id -> new Call(id, "look_up", "{}")).toList();
        return new Message.Assistant("", calls);
    }

    static Message.ToolAnswer answer(String id) {
        return new Message.ToolAnswer(id, "On its way.", false);
    }

    static JsonNode written(AnthropicModel.Builder model, ModelRequest request) {
        return json(model.build().write(request, false));
    }

    /** Returns the messages of a request without markers. */
    static JsonNode messages(ModelRequest request) {
        return written(model().caching(false), request).get("messages");
    }

    static JsonNode json(String text) {
        try {
            return AnthropicRecording.MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
