package dev.escapement.opentelemetry;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.tool.Call;
import java.util.List;

/**
 * A writer of requests and replies in the JSON form of the semantic conventions. In this form, a message has a role and
 * parts.
 *
 * @see <a href="https://github.com/open-telemetry/semantic-conventions-genai/tree/v0.1.0/model/gen-ai">The schemas of
 *     {@code gen-ai-input-messages}, {@code gen-ai-output-messages} and {@code gen-ai-system-instructions}</a>
 */
final class MessageJson {

    private static final JsonEncoder<String> INSTRUCTIONS = (out, prompt) -> {
        out.beginArray();
        text(out, prompt);
        out.endArray();
    };

    private static final JsonEncoder<List<Message>> INPUT = (out, messages) -> {
        out.beginArray();
        messages.forEach(message -> message(out, message));
        out.endArray();
    };

    private static final JsonEncoder<ModelReply> OUTPUT = (out, reply) -> {
        out.beginArray();
        begin(out, "assistant");
        reply(out, reply.text(), reply.calls());
        out.endArray();
        property(out, "finish_reason", FinishReason.of(reply));
        out.endObject();
        out.endArray();
    };

    private MessageJson() {}

    static String instructions(String prompt) {
        return INSTRUCTIONS.encode(prompt);
    }

    static String input(List<Message> messages) {
        return INPUT.encode(messages);
    }

    static String output(ModelReply reply) {
        return OUTPUT.encode(reply);
    }

    private static void message(JsonWriter out, Message message) {
        message.accept(new MessageWriter(out));
        out.endArray();
        out.endObject();
    }

    /** A visitor that writes a message up to its last part. The caller ends the list of parts and the object. */
    private record MessageWriter(JsonWriter out) implements Message.Visitor<JsonWriter> {

        @Override
        public JsonWriter user(Message.User message) {
            begin(out, "user");
            message.content().forEach(part -> content(out, part));
            return out;
        }

        @Override
        public JsonWriter assistant(Message.Assistant message) {
            begin(out, "assistant");
            reply(out, message.text(), message.calls());
            return out;
        }

        @Override
        public JsonWriter toolAnswer(Message.ToolAnswer message) {
            begin(out, "tool");
            answer(out, message);
            Content.filesOf(message.content()).forEach(file -> file(out, file));
            return out;
        }
    }

    /** Writes the beginning of a message, up to its first part. */
    private static void begin(JsonWriter out, String role) {
        out.beginObject();
        property(out, "role", role);
        out.name("parts");
        out.beginArray();
    }

    private static void reply(JsonWriter out, String text, List<Call> calls) {
        if (!text.isEmpty()) {
            text(out, text);
        }
        calls.forEach(call -> call(out, call));
    }

    private static void content(JsonWriter out, Content part) {
        if (part instanceof Content.File file) {
            file(out, file);
        } else {
            text(out, ((Content.Text) part).text());
        }
    }

    /** Writes a reference to a file. The bytes are not recorded. */
    private static void file(JsonWriter out, Content.File file) {
        out.beginObject();
        property(out, "type", "file");
        property(out, "modality", file.mediaType().substring(0, file.mediaType().indexOf('/')));
        property(out, "mime_type", file.mediaType());
        property(out, "file_id", file.sha256());
        out.endObject();
    }

    private static void text(JsonWriter out, String text) {
        out.beginObject();
        property(out, "type", "text");
        property(out, "content", text);
        out.endObject();
    }

    private static void call(JsonWriter out, Call call) {
        out.beginObject();
        property(out, "type", "tool_call");
        property(out, "id", call.id());
        property(out, "name", call.tool());
        out.name("arguments");
        arguments(out, call.arguments());
        out.endObject();
    }

    /** Writes a call's arguments as JSON if they are valid JSON, otherwise as a string. */
    private static void arguments(JsonWriter out, String written) {
        JsonText json;
        try {
            json = new JsonText(written);
        } catch (IllegalArgumentException malformed) {
            out.writeString(written);
            return;
        }
        out.writeJson(json);
    }

    private static void answer(JsonWriter out, Message.ToolAnswer answer) {
        out.beginObject();
        property(out, "type", "tool_call_response");
        property(out, "id", answer.callId());
        property(out, "response", answer.text());
        out.endObject();
    }

    private static void property(JsonWriter out, String name, String value) {
        out.name(name);
        out.writeString(value);
    }
}
