package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.spi.Conversation;
import dev.escapement.tool.Call;
import dev.escapement.wire.ToolSelection;
import dev.escapement.wire.WellFormed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes requests of Chat Completions. Pure: the same request gives the same bytes. */
final class ChatRequest {

    private final Settings settings;
    private final List<OfferedTool> tools;
    private final boolean stream;
    private final ChatState state;
    private final List<Message> messages;
    private final CallIds ids;

    private ChatRequest(
            Settings settings, List<OfferedTool> tools, ChatState state, ModelRequest request, boolean stream) {
        this.settings = settings;
        this.tools = tools;
        this.stream = stream;
        this.state = state;
        this.messages = settings.flavor().arranged(Conversation.of(request));
        this.ids = CallIds.of(messages, settings.flavor(), Protocol.CHAT_COMPLETIONS);
    }

    /**
     * Writes a request.
     *
     * @param tools the tools of the request, as they are offered
     * @param state understands what is passed back
     * @param stream whether the reply shall be streamed
     * @return JSON text
     * @throws IllegalArgumentException as {@link Conversation#of}
     */
    static String write(
            Settings settings, List<OfferedTool> tools, ChatState state, ModelRequest request, boolean stream) {
        ChatRequest writer = new ChatRequest(settings, tools, state, request, stream);
        JsonEncoder<ModelRequest> encoder = writer::body;
        return encoder.encode(request);
    }

    private void body(JsonWriter out, ModelRequest request) {
        out.beginObject();
        out.name("model");
        out.writeString(settings.client().model());
        messages(out, request.prompt());
        if (!tools.isEmpty()) {
            tools(out);
            selection(out, ToolSelection.of(settings.client().selection(), request));
            settings.writeParallelToolCalls(out);
        }
        settings.client().maxOutputTokens().ifPresent(limit -> {
            out.name(settings.flavor().limit());
            out.writeInt(limit);
        });
        if (stream) {
            stream(out);
        }
        settings.writeProperties(out);
        out.endObject();
    }

    private void messages(JsonWriter out, String prompt) {
        out.name("messages");
        out.beginArray();
        if (!prompt.isBlank()) {
            message(out, "system", prompt);
        }
        for (Message message : messages) {
            if (message instanceof Message.User user) {
                message(out, "user", user.text());
            } else if (message instanceof Message.ToolAnswer answer) {
                answer(out, answer);
            } else if (message instanceof Message.Assistant assistant) {
                assistant(out, assistant);
            }
        }
        out.endArray();
    }

    private static void message(JsonWriter out, String role, String text) {
        out.beginObject();
        role(out, role);
        out.name("content");
        out.writeString(WellFormed.text(text));
        out.endObject();
    }

    private void answer(JsonWriter out, Message.ToolAnswer answer) {
        out.beginObject();
        role(out, "tool");
        out.name("tool_call_id");
        out.writeString(ids.accepted(answer.callId()));
        out.name("content");
        out.writeString(WellFormed.text(answer.text()));
        out.endObject();
    }

    private void assistant(JsonWriter out, Message.Assistant assistant) {
        out.beginObject();
        role(out, "assistant");
        out.name("content");
        if (assistant.text().isBlank()) {
            out.writeNull(); // some servers want the property, others refuse an empty text
        } else {
            out.writeString(WellFormed.text(assistant.text()));
        }
        ChatState.Extras extras = state.extras(assistant);
        if (!extras.thought().isEmpty()) {
            out.name(ChatState.THOUGHT);
            out.writeString(WellFormed.text(extras.thought()));
        }
        List<Call> calls = assistant.calls();
        if (!calls.isEmpty()) {
            out.name("tool_calls");
            out.beginArray();
            for (int i = 0; i < calls.size(); i++) {
                call(out, calls.get(i), extras.of(i));
            }
            out.endArray();
        }
        out.endObject();
    }

    private void call(JsonWriter out, Call call, @Nullable JsonText extra) {
        out.beginObject();
        out.name("id");
        out.writeString(ids.accepted(call.id()));
        out.name("type");
        out.writeString("function");
        out.name("function");
        out.beginObject();
        out.name("name");
        out.writeString(call.tool());
        out.name("arguments");
        out.writeString(WellFormed.json(call.arguments()));
        out.endObject();
        if (extra != null) {
            out.name(ChatState.EXTRA);
            out.writeJson(extra);
        }
        out.endObject();
    }

    private static void role(JsonWriter out, String role) {
        out.name("role");
        out.writeString(role);
    }

    private void tools(JsonWriter out) {
        out.name("tools");
        out.beginArray();
        for (OfferedTool tool : tools) {
            out.beginObject();
            out.name("type");
            out.writeString("function");
            out.name("function");
            out.beginObject();
            tool.write(out);
            out.endObject();
            out.endObject();
        }
        out.endArray();
    }

    private static void selection(JsonWriter out, ToolSelection selection) {
        out.name("tool_choice");
        if (selection instanceof ToolSelection.Only only) {
            out.beginObject();
            out.name("type");
            out.writeString("function");
            out.name("function");
            out.beginObject();
            out.name("name");
            out.writeString(only.tool());
            out.endObject();
            out.endObject();
        } else {
            out.writeString(((ToolSelection.Mode) selection).name().toLowerCase(Locale.ROOT));
        }
    }

    private void stream(JsonWriter out) {
        out.name("stream");
        out.writeBoolean(true);
        if (settings.flavor().usageIsAskedFor()) {
            out.name("stream_options");
            out.beginObject();
            out.name("include_usage");
            out.writeBoolean(true);
            out.endObject();
        }
    }
}
