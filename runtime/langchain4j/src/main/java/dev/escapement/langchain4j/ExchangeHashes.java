package dev.escapement.langchain4j;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A factory of hashes for LangChain4j requests and replies. Because the bytes of the exchange are unknown, the hashes
 * are those of JSON forms whose properties have a fixed order. The form does not depend on the release of LangChain4j
 * and never changes.
 */
final class ExchangeHashes {

    private static final JsonEncoder<ModelReply> REPLY = ExchangeHashes::writeReply;

    private ExchangeHashes() {}

    /**
     * Returns the hash of a request.
     *
     * @param request a request with messages in the form that every provider accepts
     * @param dialect the dialect of the schemas
     * @param state restores the state of earlier replies
     */
    static String of(ModelRequest request, Dialect dialect, MessageState state) {
        JsonEncoder<ModelRequest> encoder = (out, value) -> writeRequest(out, value, dialect, state);
        return ContentHash.hex(encoder.encode(request));
    }

    /** Returns the hash of the text, the calls and the stop reason of a reply. */
    static String of(ModelReply reply) {
        return ContentHash.hex(REPLY.encode(reply));
    }

    private static void writeRequest(JsonWriter out, ModelRequest request, Dialect dialect, MessageState state) {
        MessageWriter writer = new MessageWriter(state);
        out.beginObject();
        out.property("prompt", request.prompt());
        out.name("messages");
        out.beginArray();
        for (Message message : request.messages()) {
            out.beginObject();
            message.accept(writer).accept(out);
            out.endObject();
        }
        out.endArray();
        out.name("tools");
        out.beginArray();
        request.tools().forEach(tool -> write(out, tool, dialect));
        out.endArray();
        out.property("choice", request.choice().name().toLowerCase(Locale.ROOT));
        if (!request.options().equals(RequestOptions.NONE)) {
            writeOptions(out, request.options());
        }
        out.endObject();
    }

    private static void writeOptions(JsonWriter out, RequestOptions options) {
        out.name("options");
        out.beginObject();
        options.model().ifPresent(model -> out.property("model", model));
        options.temperature().ifPresent(temperature -> out.property("temperature", Double.toString(temperature)));
        options.effort().ifPresent(effort -> out.property("effort", effort));
        options.maxOutputTokens().ifPresent(tokens -> out.property("max_output_tokens", Integer.toString(tokens)));
        out.endObject();
    }

    /** Writes the hashes of files, if there are any. */
    private static void writeFiles(JsonWriter out, List<Content> content) {
        List<Content.File> files = Content.filesOf(content);
        if (!files.isEmpty()) {
            out.name("files");
            out.beginArray();
            files.forEach(file -> out.writeString(file.sha256()));
            out.endArray();
        }
    }

    /** A visitor that returns the writer of a message's properties. */
    private record MessageWriter(MessageState state) implements Message.Visitor<Consumer<JsonWriter>> {

        @Override
        public Consumer<JsonWriter> user(Message.User user) {
            return out -> {
                out.property("user", user.text());
                writeFiles(out, user.content());
            };
        }

        @Override
        public Consumer<JsonWriter> assistant(Message.Assistant assistant) {
            return out -> {
                out.property("assistant", assistant.text());
                write(out, assistant.calls());
                assistant.state().filter(state::isRestored).ifPresent(kept -> out.property("state", kept.json()));
            };
        }

        @Override
        public Consumer<JsonWriter> toolAnswer(Message.ToolAnswer answer) {
            return out -> {
                out.property("answer", answer.text());
                writeFiles(out, answer.content());
                out.property("call", answer.callId());
                out.name("failed");
                out.writeBoolean(answer.failed());
            };
        }
    }

    private static void write(JsonWriter out, ToolSpec<?> tool, Dialect dialect) {
        out.beginObject();
        out.property("name", tool.name());
        out.property("description", tool.description());
        out.property("parameters", new JsonText(tool.schema(dialect)));
        out.endObject();
    }

    private static void writeReply(JsonWriter out, ModelReply reply) {
        out.beginObject();
        out.property("text", reply.text());
        write(out, reply.calls());
        out.property("stop", reply.stop().name().toLowerCase(Locale.ROOT));
        out.endObject();
    }

    private static void write(JsonWriter out, List<Call> calls) {
        out.name("calls");
        out.beginArray();
        for (Call call : calls) {
            out.beginObject();
            out.property("id", call.id());
            out.property("tool", call.tool());
            out.property("arguments", call.arguments());
            out.endObject();
        }
        out.endArray();
    }
}
