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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reader and writer of the properties that some servers add to a reply and require in the next request. DeepSeek and
 * others add the thinking, OpenRouter adds its details, and Google adds a signature to each call. OpenAI itself adds
 * nothing. Mistral adds thinking parts to the content. The format names the provider and the host, because the properties are useless to any other server.
 *
 * @see <a href="https://api-docs.deepseek.com/guides/thinking_mode">DeepSeek: thinking mode</a>
 * @see <a href="https://ai.google.dev/gemini-api/docs/thought-signatures">Gemini: thought signatures</a>
 */
final class ChatState {

    /** The name of the thinking parts in the content of a message, which the next request repeats before the text. */
    static final String CONTENT = "content";

    /** The properties of a message that the protocol defines, and large ones that a request cannot contain. */
    static final Set<String> MESSAGE = Set.of(
            "role",
            CONTENT,
            "refusal",
            "tool_calls",
            "function_call",
            "annotations",
            "audio",
            "name",
            "calls",
            "id",
            "index",
            "usage",
            "images",
            "citations",
            "context",
            "executed_tools");

    /** The properties of a call that the protocol defines. */
    static final Set<String> CALL = Set.of("id", "type", "index", "function", "name", "arguments");

    /** The properties of a function in a call that the protocol defines. */
    static final Set<String> FUNCTION = Set.of("name", "arguments", "parameters", "description", "strict");

    private static final JsonEncoder<Extras> ENCODER = ChatState::write;

    /**
     * A server's additions to a call.
     *
     * @param tool the name of the tool
     * @param id the server's id if no other server accepts it; otherwise empty
     * @param members the properties added to the call
     * @param function the properties added to the function within the call
     */
    record ExtendedCall(String tool, String id, Map<String, JsonText> members, Map<String, JsonText> function) {

        static final ExtendedCall NONE = new ExtendedCall("", "", Map.of(), Map.of());

        boolean isPlain() {
            return id.isEmpty() && members.isEmpty() && function.isEmpty();
        }
    }

    /**
     * A server's additions to a reply.
     *
     * @param members the properties added to the message
     * @param calls the calls in order; none if they are unknown
     */
    record Extras(Map<String, JsonText> members, List<ExtendedCall> calls) {

        static final Extras NONE = new Extras(Map.of(), List.of());

        ExtendedCall of(int call) {
            return calls.isEmpty() ? ExtendedCall.NONE : calls.get(call);
        }
    }

    private final ServerState state;

    /** Creates a reader and writer for the replies of one server. */
    ChatState(ModelInfo server) {
        this.state = new ServerState(server.provider() + ".chat@" + server.host());
    }

    /** Returns the state to store with a reply, or empty if the reply has no additions. */
    Optional<ProviderState> of(Extras extras) {
        boolean isPlain = extras.members().isEmpty() && extras.calls().stream().allMatch(ExtendedCall::isPlain);
        return isPlain ? Optional.empty() : Optional.of(state.of(ENCODER.encode(extras)));
    }

    private static void write(JsonWriter out, Extras extras) {
        out.beginObject();
        extras.members().forEach(out::property);
        out.name("calls");
        out.beginArray();
        for (ExtendedCall call : extras.calls()) {
            out.beginObject();
            out.property("name", call.tool());
            if (!call.id().isEmpty()) {
                out.property("id", call.id());
            }
            if (!call.function().isEmpty()) {
                out.name("function");
                out.beginObject();
                call.function().forEach(out::property);
                out.endObject();
            }
            call.members().forEach(out::property);
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
        return CallMatcher.matches(tools, reply.calls()) ? new Extras(membersAndThinking(kept), calls) : Extras.NONE;
    }

    private static Map<String, JsonText> membersAndThinking(ProviderJson kept) {
        Map<String, JsonText> members = kept.propertiesExcept(MESSAGE);
        if (kept.get(CONTENT).isArray()) {
            members.put(CONTENT, new JsonText(kept.get(CONTENT).raw()));
        }
        return members;
    }

    private static ExtendedCall call(ProviderJson call) {
        return new ExtendedCall(
                call.get("name").text(),
                call.get("id").textOrEmpty(),
                call.propertiesExcept(CALL),
                call.get("function").propertiesExcept(FUNCTION));
    }
}
