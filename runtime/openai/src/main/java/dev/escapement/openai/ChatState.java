package dev.escapement.openai;

import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ProviderState;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What some servers add to a reply of Chat Completions that has calls, and refuse the next request without: DeepSeek and
 * others what the model thought before it called, Google a signature with each call. OpenAI itself adds nothing. It is of
 * no use to any other server, so the format names the provider and the host.
 *
 * @see <a href="https://api-docs.deepseek.com/guides/thinking_mode">DeepSeek: thinking mode</a>
 * @see <a href="https://ai.google.dev/gemini-api/docs/thought-signatures">Gemini: thought signatures</a>
 */
final class ChatState {

    /** What Chat Completions calls what the model thought. */
    static final String THOUGHT = "reasoning_content";

    /** What Chat Completions calls what belongs to one call. */
    static final String EXTRA = "extra_content";

    /**
     * A call and what belongs to it.
     *
     * @param tool the name that the model called
     * @param extra what the server added; null if nothing
     */
    record Kept(String tool, @Nullable JsonText extra) {}

    /**
     * What is passed back with a reply.
     *
     * @param thought what the model thought; empty if that is not known
     * @param calls the calls in order; none if nothing is known
     */
    record Extras(String thought, List<Kept> calls) {

        static final Extras NONE = new Extras("", List.of());

        @Nullable
        JsonText of(int call) {
            return calls.isEmpty() ? null : calls.get(call).extra();
        }
    }

    private final String format;

    /** What is passed back to a server. */
    ChatState(ModelInfo server) {
        this.format = server.provider() + ".chat@" + server.host();
    }

    /** What has to be kept of a reply; empty if nothing was added to it, or if it has no calls. */
    Optional<ProviderState> of(Extras extras) {
        boolean isPlain = extras.thought().isEmpty() && extras.calls().stream().allMatch(call -> call.extra() == null);
        if (isPlain || extras.calls().isEmpty()) {
            return Optional.empty();
        }
        JsonEncoder<Extras> encoder = (out, kept) -> {
            out.beginObject();
            if (!kept.thought().isEmpty()) {
                out.name(THOUGHT);
                out.writeString(kept.thought());
            }
            out.name("calls");
            out.beginArray();
            for (Kept call : kept.calls()) {
                out.beginObject();
                out.name("name");
                out.writeString(call.tool());
                if (call.extra() != null) {
                    out.name(EXTRA);
                    out.writeJson(call.extra());
                }
                out.endObject();
            }
            out.endArray();
            out.endObject();
        };
        return Optional.of(new ProviderState(format, encoder.encode(extras)));
    }

    /** What was added to an earlier reply; nothing if it was not kept, or not of this server, or does not fit the calls. */
    Extras extras(Message.Assistant reply) {
        Optional<ProviderState> state =
                reply.state().filter(kept -> kept.format().equals(format));
        if (state.isEmpty()) {
            return Extras.NONE;
        }
        try {
            Json kept = Json.parse(state.get().json());
            List<Kept> calls =
                    kept.get("calls").items().stream().map(ChatState::call).toList();
            boolean fits = Fitting.calls(calls.stream().map(Kept::tool).toList(), reply.calls());
            return fits ? new Extras(kept.get(THOUGHT).textOrEmpty(), calls) : Extras.NONE;
        } catch (MalformedJsonException | IllegalArgumentException damaged) {
            return Extras.NONE;
        }
    }

    private static Kept call(Json call) {
        Json extra = call.get(EXTRA);
        return new Kept(call.get("name").text(), extra.isAbsent() ? null : new JsonText(extra.raw()));
    }
}
