package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader of a Chat Completions reply from OpenAI or from a server with a variant of the protocol. A whole message is
 * read like a single chunk of a stream, so that both result in the same reply.
 */
final class ChatReader implements ReplyReader {

    private static final String END = "[DONE]";

    private final ModelInfo requested;
    private final OpenAiUsage usageReader;
    private final ChatState state;
    private final Consumer<Delta> deltas;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thought = new StringBuilder();
    private final ChatCalls calls;
    private Usage usage = Usage.NONE;
    private String id = "";
    private String model = "";
    private String reason = "";
    private boolean isStreamed;
    private boolean isBegun;
    private boolean isOver;
    private boolean hasOldCall;
    private boolean isRefused;
    private @Nullable ReplyBuilder failedGeneration;

    /**
     * Creates a reader of one Chat Completions reply.
     *
     * @param requested the model of the request
     * @param usageReader reads the usage
     * @param state creates the state of the reply
     * @param deltas receives the deltas
     */
    ChatReader(ModelInfo requested, OpenAiUsage usageReader, ChatState state, Consumer<Delta> deltas) {
        this.requested = requested;
        this.usageReader = usageReader;
        this.state = state;
        this.deltas = deltas;
        this.calls = new ChatCalls(deltas);
    }

    @Override
    public void body(ProviderJson body) {
        take(body, "message");
        end();
    }

    @Override
    public void event(ServerSentEvent event) {
        if (isOver) {
            return;
        }
        isStreamed = true;
        String data = event.data().strip();
        if (data.equals(END)) {
            end();
        } else if (!data.isEmpty()) {
            ProviderJson chunk = ProviderJson.parse(data);
            take(chunk, "delta");
            if (event.name().equals("error") && failedGeneration == null) {
                throw OpenAiErrors.of(chunk);
            }
        }
    }

    private void end() {
        if (!isBegun && failedGeneration == null) {
            throw new MalformedReplyException("$.choices", "a choice", "none");
        }
        isOver = true;
    }

    private void take(ProviderJson chunk, String message) {
        Optional<ReplyBuilder> failed = FailedGeneration.in(chunk);
        if (failed.isPresent()) {
            failedGeneration = failed.get();
            isOver = true;
            return;
        }
        OpenAiErrors.check(chunk);
        id = id.isEmpty() ? chunk.get("id").textOrEmpty() : id;
        model = model.isEmpty() ? chunk.get("model").textOrEmpty() : model;
        if (!chunk.get("usage").isAbsent()) {
            usage = usageReader.ofChat(chunk.get("usage"));
        }
        List<ProviderJson> choices = chunk.get("choices").items();
        for (int i = 0; i < choices.size(); i++) {
            ProviderJson index = choices.get(i).get("index");
            if ((index.isAbsent() ? i : index.count()) == 0) { // a request has one choice
                choice(choices.get(i), message);
            }
        }
    }

    private void choice(ProviderJson choice, String message) {
        OpenAiErrors.check(choice);
        ProviderJson content = choice.get(message);
        if (!choice.isObject() || (!isStreamed && !content.isObject())) {
            throw new MalformedReplyException(content.path(), "a message", choice.raw());
        }
        isBegun = true;
        String ending = choice.get("finish_reason").textOrEmpty();
        reason = ending.isEmpty() || ending.equals("null") ? reason : ending; // some servers write no reason as text
        hasOldCall |= !content.get("function_call").get("name").textOrEmpty().isEmpty();
        ProviderJson thinking = content.get(ChatState.THOUGHT);
        thought.append(thinking.isText() ? thinking.text() : "");
        think(content.get("reasoning"), thinking);
        content(content.get("content"));
        refuse(content.get("refusal").textOrEmpty());
        for (ProviderJson call : content.get("tool_calls").items()) {
            if (message.equals("message")) {
                calls.whole(call);
            } else {
                calls.piece(call);
            }
        }
    }

    private void content(ProviderJson content) {
        if (!content.isArray()) {
            say(content.textOrEmpty());
            return;
        }
        for (ProviderJson part : content.items()) {
            switch (part.get("type").textOrEmpty()) {
                case "text" -> say(part.get("text").textOrEmpty());
                case "refusal" -> refuse(part.get("refusal").textOrEmpty());
                case "thinking" -> part.get("thinking").items().forEach(thought -> think(thought.get("text")));
                default -> {} // references and similar parts are not text
            }
        }
    }

    private void say(String more) {
        if (!more.isEmpty()) {
            text.append(more);
            deltas.accept(new Delta.Text(more));
        }
    }

    private void refuse(String more) {
        isRefused |= !more.isEmpty();
        say(more);
    }

    /**
     * Passes the first non-empty thinking text to the consumer of deltas. Some servers send the same text under two
     * names.
     */
    private void think(ProviderJson... thoughts) {
        for (ProviderJson thought : thoughts) {
            if (thought.isText() && !thought.text().isEmpty()) {
                deltas.accept(new Delta.Thinking(thought.text()));
                return;
            }
        }
    }

    @Override
    public boolean isEnded() {
        return isOver || !reason.isEmpty(); // not every server sends the end mark
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public ReplyBuilder reply() {
        ReplyProvenance provenance =
                new ReplyProvenance(requested.provider(), model.isEmpty() ? requested.model() : model, id, "", "");
        if (failedGeneration != null) {
            return failedGeneration.usage(usage).provenance(provenance);
        }
        ReplyBuilder reply = ModelReply.builder()
                .text(text.toString())
                .usage(usage)
                .stop(stop())
                .provenance(provenance);
        calls.addTo(reply);
        state.of(new ChatState.Extras(thought.toString(), calls.extended())).ifPresent(reply::state);
        return reply;
    }

    private StopReason stop() {
        if (isRefused) {
            return StopReason.REFUSAL;
        }
        if (hasOldCall && calls.isEmpty()) { // the call in the old form names no tool of ours
            return StopReason.UNKNOWN;
        }
        // A reply with calls can have any reason of a normal end.
        return switch (reason) {
            case "" -> isStreamed ? StopReason.UNKNOWN : StopReason.COMPLETE; // only a stream can be cut off unnoticed
            case "stop", "tool_calls", "function_call", "eos" -> StopReason.COMPLETE;
            case "length", "model_length" -> StopReason.LENGTH;
            case "content_filter" -> StopReason.CONTENT_FILTER;
            default -> StopReason.UNKNOWN;
        };
    }

    @Override
    public Optional<ReplyBuilder> rejected(int status, ProviderJson body) {
        return FailedGeneration.in(body)
                .map(reply ->
                        reply.provenance(new ReplyProvenance(requested.provider(), requested.model(), "", "", "")));
    }
}
