package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ServerState;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ProviderState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reader and writer of the properties that some servers add to a reply with calls and require in the next request.
 * DeepSeek and others add the thinking before the calls, and Google adds a signature to each call. OpenAI itself adds
 * nothing. The format names the provider and the host, because the properties are useless to any other server.
 *
 * @see <a href="https://api-docs.deepseek.com/guides/thinking_mode">DeepSeek: thinking mode</a>
 * @see <a href="https://ai.google.dev/gemini-api/docs/thought-signatures">Gemini: thought signatures</a>
 */
final class ChatState {

    /** The message property that contains the model's thinking. */
    static final String THOUGHT = "reasoning_content";

    /** The call property that contains the server's additions. */
    static final String EXTRA = "extra_content";

    private static final JsonEncoder<Extras> ENCODER = ChatState::write;

    /**
     * The tool name of a call and the server's addition to the call.
     *
     * @param tool the name of the tool
     * @param extra the addition of the server; null if there is none
     */
    record ExtendedCall(String tool, @Nullable JsonText extra) {}

    /**
     * A server's additions to a reply.
     *
     * @param thought the thinking of the model; empty if it is unknown
     * @param calls the calls in order; none if they are unknown
     */
    record Extras(String thought, List<ExtendedCall> calls) {

        static final Extras NONE = new Extras("", List.of());

        @Nullable
        JsonText of(int call) {
            return calls.isEmpty() ? null : calls.get(call).extra();
        }
    }

    private final ServerState state;

    /** Creates a reader and writer for the replies of one server. */
    ChatState(ModelInfo server) {
        this.state = new ServerState(server.provider() + ".chat@" + server.host());
    }

    /** Returns the state to store with a reply, or empty if the reply has no additions or no calls. */
    Optional<ProviderState> of(Extras extras) {
        boolean isPlain = extras.thought().isEmpty() && extras.calls().stream().allMatch(call -> call.extra() == null);
        if (isPlain || extras.calls().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(state.of(ENCODER.encode(extras)));
    }

    private static void write(JsonWriter out, Extras extras) {
        out.beginObject();
        if (!extras.thought().isEmpty()) {
            out.property(THOUGHT, extras.thought());
        }
        out.name("calls");
        out.beginArray();
        for (ExtendedCall call : extras.calls()) {
            out.beginObject();
            out.property("name", call.tool());
            if (call.extra() != null) {
                out.property(EXTRA, call.extra());
            }
            out.endObject();
        }
        out.endArray();
        out.endObject();
    }

    /**
     * Returns the server's additions stored with an earlier reply. They are empty if the reply has no state of this
     * server, or if the state does not match its calls.
     */
    Extras extras(Message.Assistant reply) {
        return state.read(reply, kept -> extras(kept, reply)).orElse(Extras.NONE);
    }

    private static Extras extras(ProviderJson kept, Message.Assistant reply) {
        List<ExtendedCall> calls =
                kept.get("calls").items().stream().map(ChatState::call).toList();
        List<String> tools = calls.stream().map(ExtendedCall::tool).toList();
        return CallMatcher.matches(tools, reply.calls())
                ? new Extras(kept.get(THOUGHT).textOrEmpty(), calls)
                : Extras.NONE;
    }

    private static ExtendedCall call(ProviderJson call) {
        ProviderJson extra = call.get(EXTRA);
        return new ExtendedCall(call.get("name").text(), extra.isAbsent() ? null : new JsonText(extra.raw()));
    }
}
