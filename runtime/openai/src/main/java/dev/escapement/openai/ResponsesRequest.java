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

/**
 * Writes requests of Responses. Pure: the same request gives the same bytes.
 *
 * <p>All items are sent each time, with {@code "store": false}: nothing outside the thread says what the model is shown. The
 * reasoning of the model is asked for as part of its reply, encrypted, and comes back before the call that it led to.
 *
 * @see <a href="https://platform.openai.com/docs/guides/reasoning">Keeping reasoning items in context</a>
 */
final class ResponsesRequest {

    private final Settings settings;
    private final List<OfferedTool> tools;
    private final boolean stream;
    private final ReasoningState state;
    private final List<Message> messages;
    private final CallIds ids;

    private ResponsesRequest(
            Settings settings, List<OfferedTool> tools, ReasoningState state, ModelRequest request, boolean stream) {
        this.settings = settings;
        this.tools = tools;
        this.stream = stream;
        this.state = state;
        this.messages = Conversation.of(request);
        this.ids = CallIds.of(messages, settings.flavor(), Protocol.RESPONSES);
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
            Settings settings, List<OfferedTool> tools, ReasoningState state, ModelRequest request, boolean stream) {
        ResponsesRequest writer = new ResponsesRequest(settings, tools, state, request, stream);
        JsonEncoder<ModelRequest> encoder = writer::body;
        return encoder.encode(request);
    }

    private void body(JsonWriter out, ModelRequest request) {
        out.beginObject();
        out.name("model");
        out.writeString(settings.client().model());
        if (!request.prompt().isBlank()) {
            out.name("instructions");
            out.writeString(WellFormed.text(request.prompt()));
        }
        input(out);
        if (!tools.isEmpty()) {
            tools(out);
            selection(out, ToolSelection.of(settings.client().selection(), request));
            settings.writeParallelToolCalls(out);
        }
        settings.client().maxOutputTokens().ifPresent(limit -> {
            out.name("max_output_tokens");
            out.writeInt(limit);
        });
        out.name("store");
        out.writeBoolean(false);
        settings.writeInclude(out);
        if (stream) {
            out.name("stream");
            out.writeBoolean(true);
        }
        settings.writeProperties(out);
        out.endObject();
    }

    private void input(JsonWriter out) {
        out.name("input");
        out.beginArray();
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

    private void assistant(JsonWriter out, Message.Assistant assistant) {
        List<ReasoningState.Item> items = state.items(assistant);
        if (items.isEmpty()) {
            if (!assistant.text().isBlank()) {
                message(out, "assistant", assistant.text());
            }
            assistant.calls().forEach(call -> call(out, call));
        }
        for (ReasoningState.Item item : items) {
            if (item instanceof ReasoningState.Raw raw) {
                out.writeJson(new JsonText(WellFormed.json(raw.json().json())));
            } else if (item instanceof ReasoningState.Called called) {
                call(out, called.call());
            }
        }
    }

    private static void message(JsonWriter out, String role, String text) {
        out.beginObject();
        out.name("role");
        out.writeString(role);
        out.name("content");
        out.writeString(WellFormed.text(text));
        out.endObject();
    }

    private void call(JsonWriter out, Call call) {
        out.beginObject();
        type(out, "function_call");
        out.name("call_id");
        out.writeString(ids.accepted(call.id()));
        out.name("name");
        out.writeString(call.tool());
        out.name("arguments");
        out.writeString(WellFormed.json(call.arguments()));
        out.endObject();
    }

    private void answer(JsonWriter out, Message.ToolAnswer answer) {
        out.beginObject();
        type(out, "function_call_output");
        out.name("call_id");
        out.writeString(ids.accepted(answer.callId()));
        out.name("output");
        out.writeString(WellFormed.text(answer.text()));
        out.endObject();
    }

    private void tools(JsonWriter out) {
        out.name("tools");
        out.beginArray();
        for (OfferedTool tool : tools) {
            out.beginObject();
            type(out, "function");
            tool.write(out);
            out.endObject();
        }
        out.endArray();
    }

    private static void selection(JsonWriter out, ToolSelection selection) {
        out.name("tool_choice");
        if (selection instanceof ToolSelection.Only only) {
            out.beginObject();
            type(out, "function");
            out.name("name");
            out.writeString(only.tool());
            out.endObject();
        } else {
            out.writeString(((ToolSelection.Mode) selection).name().toLowerCase(Locale.ROOT));
        }
    }

    private static void type(JsonWriter out, String type) {
        out.name("type");
        out.writeString(type);
    }
}
