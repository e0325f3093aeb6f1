package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.spi.Conversation;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.function.Consumer;

/**
 * A writer of a Responses request. Each request contains all items and {@code "store": false}, so that the model sees
 * nothing but the thread. The reasoning of the model is part of its reply, encrypted, and precedes its call in later
 * requests.
 *
 * @see <a href="https://platform.openai.com/docs/guides/reasoning">Keeping reasoning items in context</a>
 */
final class ResponsesRequest extends OpenAiRequest {

    private static final String INCLUDE = "include";

    private final ReasoningState state;

    /**
     * Creates a writer of one Responses request.
     *
     * @param state reads the state of earlier replies
     * @throws IllegalArgumentException as {@link Conversation#of}
     */
    ResponsesRequest(
            OpenAiSettings settings,
            List<ToolDefinition> tools,
            ReasoningState state,
            ModelRequest request,
            boolean stream) {
        super(settings, Protocol.RESPONSES, Conversation.of(request), tools, stream);
        this.state = state;
    }

    @Override
    void conversation(JsonWriter out, String prompt) {
        if (!prompt.isBlank()) {
            out.property("instructions", UnpairedSurrogates.replace(prompt));
        }
        out.name("input");
        out.beginArray();
        messages(out);
        out.endArray();
    }

    @Override
    public Consumer<JsonWriter> user(Message.User message) {
        return out -> message(out, "user", message.text());
    }

    @Override
    public Consumer<JsonWriter> assistant(Message.Assistant assistant) {
        return out -> {
            List<ReasoningState.Item> items = state.items(assistant);
            if (items.isEmpty()) {
                if (!assistant.text().isBlank()) {
                    message(out, "assistant", assistant.text());
                }
                assistant.calls().forEach(call -> call(out, call));
            }
            items.forEach(item -> item.write(out, call -> call(out, call)));
        };
    }

    private void call(JsonWriter out, Call call) {
        out.beginObject();
        out.property("type", "function_call");
        out.property("call_id", acceptedId(call.id()));
        out.property("name", call.tool());
        out.property("arguments", UnpairedSurrogates.replaceInJson(call.arguments()));
        out.endObject();
    }

    @Override
    public Consumer<JsonWriter> toolAnswer(Message.ToolAnswer answer) {
        return out -> {
            out.beginObject();
            out.property("type", "function_call_output");
            out.property("call_id", acceptedId(answer.callId()));
            out.property("output", UnpairedSurrogates.replace(answer.text()));
            out.endObject();
        };
    }

    @Override
    void function(JsonWriter out, Runnable members) {
        members.run();
    }

    @Override
    String limitName() {
        return "max_output_tokens";
    }

    @Override
    void options(JsonWriter out) {
        out.name("store");
        out.writeBoolean(false);
        if (settings().encryptedReasoning() && !settings().client().properties().containsKey(INCLUDE)) {
            out.name(INCLUDE);
            out.beginArray();
            out.writeString("reasoning.encrypted_content");
            out.endArray();
        }
    }

    @Override
    void streamOptions(JsonWriter out) {}
}
