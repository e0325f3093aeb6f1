package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.spi.Conversation;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A writer of a Chat Completions request. */
final class ChatRequest extends OpenAiRequest {

    private final ChatState state;

    /**
     * Creates a writer of one Chat Completions request.
     *
     * @param state reads the state of earlier replies
     * @throws IllegalArgumentException as {@link Conversation#of}
     */
    ChatRequest(
            OpenAiSettings settings,
            List<ToolDefinition> tools,
            ChatState state,
            ModelRequest request,
            boolean stream) {
        super(settings, Protocol.CHAT_COMPLETIONS, settings.flavor().arranged(Conversation.of(request)), tools, stream);
        this.state = state;
    }

    @Override
    void conversation(JsonWriter out, String prompt) {
        out.name("messages");
        out.beginArray();
        if (!prompt.isBlank()) {
            message(out, "system", prompt);
        }
        messages(out);
        out.endArray();
    }

    @Override
    public Consumer<JsonWriter> user(Message.User message) {
        return out -> message(out, "user", message.text());
    }

    @Override
    public Consumer<JsonWriter> toolAnswer(Message.ToolAnswer answer) {
        return out -> {
            out.beginObject();
            out.property("role", "tool");
            out.property("tool_call_id", acceptedId(answer.callId()));
            out.property("content", UnpairedSurrogates.replace(answer.text()));
            out.endObject();
        };
    }

    @Override
    public Consumer<JsonWriter> assistant(Message.Assistant assistant) {
        return out -> {
            out.beginObject();
            out.property("role", "assistant");
            content(out, assistant.text());
            ChatState.Extras extras = state.extras(assistant);
            if (!extras.thought().isEmpty()) {
                out.property(ChatState.THOUGHT, UnpairedSurrogates.replace(extras.thought()));
            }
            calls(out, assistant.calls(), extras);
            out.endObject();
        };
    }

    private static void content(JsonWriter out, String text) {
        if (text.isBlank()) {
            out.name("content");
            out.writeNull(); // some servers require the property, others reject an empty text
        } else {
            out.property("content", UnpairedSurrogates.replace(text));
        }
    }

    private void calls(JsonWriter out, List<Call> calls, ChatState.Extras extras) {
        if (!calls.isEmpty()) {
            out.name("tool_calls");
            out.beginArray();
            for (int i = 0; i < calls.size(); i++) {
                call(out, calls.get(i), extras.of(i));
            }
            out.endArray();
        }
    }

    private void call(JsonWriter out, Call call, @Nullable JsonText extra) {
        out.beginObject();
        out.property("id", acceptedId(call.id()));
        out.property("type", "function");
        function(out, () -> {
            out.property("name", call.tool());
            out.property("arguments", UnpairedSurrogates.replaceInJson(call.arguments()));
        });
        if (extra != null) {
            out.property(ChatState.EXTRA, extra);
        }
        out.endObject();
    }

    @Override
    void function(JsonWriter out, Runnable members) {
        out.name("function");
        out.beginObject();
        members.run();
        out.endObject();
    }

    @Override
    String limitName() {
        return settings().flavor().limit();
    }

    @Override
    void options(JsonWriter out) {}

    @Override
    void streamOptions(JsonWriter out) {
        if (settings().flavor().usageOnRequest()) {
            out.name("stream_options");
            out.beginObject();
            out.name("include_usage");
            out.writeBoolean(true);
            out.endObject();
        }
    }
}
