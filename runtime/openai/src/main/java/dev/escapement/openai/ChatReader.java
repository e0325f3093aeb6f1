package dev.escapement.openai;

import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.ReplyBuilder;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import dev.escapement.wire.ReplyReader;
import dev.escapement.wire.ServerSentEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads replies of Chat Completions, of OpenAI and of those who speak it with an accent. A whole message is read like a
 * piece of a message that happens to be all of it, so both give the same reply.
 */
final class ChatReader implements ReplyReader {

    private static final String END = "[DONE]";

    private final ModelInfo asked;
    private final Tokens tokens;
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
    private boolean isCounted;
    private boolean hasOldCall;
    private boolean isRefused;
    private @Nullable ReplyBuilder failedGeneration;

    /**
     * A reader of one reply.
     *
     * @param asked the model that was asked
     * @param tokens counts what the reply cost
     * @param state keeps what has to be passed back
     * @param deltas whoever watches
     */
    ChatReader(ModelInfo asked, Tokens tokens, ChatState state, Consumer<Delta> deltas) {
        this.asked = asked;
        this.tokens = tokens;
        this.state = state;
        this.deltas = deltas;
        this.calls = new ChatCalls(deltas);
    }

    @Override
    public void body(Json body) {
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
            Json chunk = Json.parse(data);
            take(chunk, "delta");
            if (event.name().equals("error") && failedGeneration == null) {
                throw Faults.of(chunk);
            }
        }
    }

    private void end() {
        if (!isBegun && failedGeneration == null) {
            throw new MalformedJsonException("$.choices", "a choice", "none");
        }
        isOver = true;
    }

    private void take(Json chunk, String message) {
        Optional<ReplyBuilder> failed = FailedGeneration.in(chunk);
        if (failed.isPresent()) {
            failedGeneration = failed.get();
            isOver = true;
            return;
        }
        Faults.check(chunk);
        id = id.isEmpty() ? chunk.get("id").textOrEmpty() : id;
        model = model.isEmpty() ? chunk.get("model").textOrEmpty() : model;
        if (!chunk.get("usage").isAbsent()) {
            usage = tokens.ofChat(chunk.get("usage"));
            isCounted = true;
        }
        List<Json> choices = chunk.get("choices").items();
        for (int i = 0; i < choices.size(); i++) {
            Json index = choices.get(i).get("index");
            if ((index.isAbsent() ? i : index.count()) == 0) { // only the first one was asked for
                choice(choices.get(i), message);
            }
        }
    }

    private void choice(Json choice, String message) {
        Faults.check(choice);
        Json said = choice.get(message);
        if (!choice.isObject() || (!isStreamed && !said.isObject())) {
            throw new MalformedJsonException(said.path(), "what the model says", choice.raw());
        }
        isBegun = true;
        String ending = choice.get("finish_reason").textOrEmpty();
        reason = ending.isEmpty() || ending.equals("null") ? reason : ending; // some servers write no reason as text
        hasOldCall |= !said.get("function_call").get("name").textOrEmpty().isEmpty();
        Json thinking = said.get(ChatState.THOUGHT);
        thought.append(thinking.isText() ? thinking.text() : "");
        think(said.get("reasoning"), thinking);
        content(said.get("content"));
        refuse(said.get("refusal").textOrEmpty());
        for (Json call : said.get("tool_calls").items()) {
            if (message.equals("message")) {
                calls.whole(call);
            } else {
                calls.piece(call);
            }
        }
    }

    private void content(Json content) {
        if (!content.isArray()) {
            say(content.textOrEmpty());
            return;
        }
        for (Json part : content.items()) {
            switch (part.get("type").textOrEmpty()) {
                case "text" -> say(part.get("text").textOrEmpty());
                case "refusal" -> refuse(part.get("refusal").textOrEmpty());
                case "thinking" -> part.get("thinking").items().forEach(thought -> think(thought.get("text")));
                default -> {} // references and the like are no words of the model
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

    /** Only shown, so it may be anything; some servers send the same under two names. */
    private void think(Json... thoughts) {
        for (Json thought : thoughts) {
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

    /** The usage comes behind the reason for the end, and from some servers late; a reason nobody knows may be none. */
    @Override
    public boolean expectsMore() {
        return !isOver && (!isCounted || stop() == StopReason.UNKNOWN);
    }

    @Override
    public ReplyBuilder reply() {
        ReplyProvenance provenance =
                new ReplyProvenance(asked.provider(), model.isEmpty() ? asked.model() : model, id, "", "");
        if (failedGeneration != null) {
            return failedGeneration.usage(usage).provenance(provenance);
        }
        ReplyBuilder reply = ModelReply.builder()
                .text(text.toString())
                .usage(usage)
                .stop(stop())
                .provenance(provenance);
        calls.addTo(reply);
        state.of(new ChatState.Extras(thought.toString(), calls.kept())).ifPresent(reply::state);
        return reply;
    }

    private StopReason stop() {
        if (isRefused) {
            return StopReason.REFUSAL;
        }
        if (hasOldCall && calls.isEmpty()) { // it answers no tool of ours, and what it wanted is lost
            return StopReason.UNKNOWN;
        }
        // A call can come with any of the reasons for a normal end.
        return switch (reason) {
            case "" -> isStreamed ? StopReason.UNKNOWN : StopReason.COMPLETE; // only a stream can be cut off unnoticed
            case "stop", "tool_calls", "function_call", "eos" -> StopReason.COMPLETE;
            case "length", "model_length" -> StopReason.LENGTH;
            case "content_filter" -> StopReason.CONTENT_FILTER;
            default -> StopReason.UNKNOWN;
        };
    }

    @Override
    public Optional<ReplyBuilder> rejected(int status, Json body) {
        return FailedGeneration.in(body)
                .map(reply -> reply.provenance(new ReplyProvenance(asked.provider(), asked.model(), "", "", "")));
    }
}
