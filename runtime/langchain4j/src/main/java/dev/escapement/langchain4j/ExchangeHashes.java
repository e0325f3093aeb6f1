package dev.escapement.langchain4j;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Locale;

/**
 * Hashes of what is handed to LangChain4j and of what comes back, which shows no bytes: of a JSON form of each, with its
 * properties always in the same order. It does not depend on the release of LangChain4j, and never changes.
 */
final class ExchangeHashes {

    private static final JsonEncoder<ModelReply> REPLY = ExchangeHashes::writeReply;

    private ExchangeHashes() {}

    /**
     * The hash of a request.
     *
     * @param request with the messages in the form that every provider takes
     * @param dialect in which the tools are told
     * @param state knows what earlier replies are given back
     */
    static String of(ModelRequest request, Dialect dialect, MessageState state) {
        JsonEncoder<ModelRequest> encoder = (out, value) -> writeRequest(out, value, dialect, state);
        return ContentHash.hex(encoder.encode(request));
    }

    /** The hash of the text, the calls and the reason of a reply. */
    static String of(ModelReply reply) {
        return ContentHash.hex(REPLY.encode(reply));
    }

    private static void writeRequest(JsonWriter out, ModelRequest request, Dialect dialect, MessageState state) {
        out.beginObject();
        text(out, "prompt", request.prompt());
        out.name("messages");
        out.beginArray();
        request.messages().forEach(message -> write(out, message, state));
        out.endArray();
        out.name("tools");
        out.beginArray();
        request.tools().forEach(tool -> write(out, tool, dialect));
        out.endArray();
        text(out, "choice", request.choice().name().toLowerCase(Locale.ROOT));
        out.endObject();
    }

    private static void write(JsonWriter out, Message message, MessageState state) {
        out.beginObject();
        if (message instanceof Message.User user) {
            text(out, "user", user.text());
        } else if (message instanceof Message.Assistant assistant) {
            text(out, "assistant", assistant.text());
            write(out, assistant.calls());
            assistant.state().filter(state::isRestored).ifPresent(kept -> text(out, "state", kept.json()));
        } else if (message instanceof Message.ToolAnswer answer) {
            text(out, "answer", answer.text());
            text(out, "call", answer.callId());
            out.name("failed");
            out.writeBoolean(answer.failed());
        }
        out.endObject();
    }

    private static void write(JsonWriter out, ToolSpec<?> tool, Dialect dialect) {
        out.beginObject();
        text(out, "name", tool.name());
        text(out, "description", tool.description());
        out.name("parameters");
        out.writeJson(new JsonText(tool.schema(dialect)));
        out.endObject();
    }

    private static void writeReply(JsonWriter out, ModelReply reply) {
        out.beginObject();
        text(out, "text", reply.text());
        write(out, reply.calls());
        text(out, "stop", reply.stop().name().toLowerCase(Locale.ROOT));
        out.endObject();
    }

    private static void write(JsonWriter out, List<Call> calls) {
        out.name("calls");
        out.beginArray();
        for (Call call : calls) {
            out.beginObject();
            text(out, "id", call.id());
            text(out, "tool", call.tool());
            text(out, "arguments", call.arguments());
            out.endObject();
        }
        out.endArray();
    }

    private static void text(JsonWriter out, String name, String value) {
        out.name(name);
        out.writeString(value);
    }
}
