package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrors;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A reader of a Chat Completions reply from OpenAI or from a server with a variant of the protocol. A whole message is
 * read like a single chunk of a stream, so that both result in the same reply. The end of a stream is its end mark or
 * the end of the connection: a finish reason that precedes further content is void.
 */
final class ChatReader implements ReplyReader {

    private static final Set<String> CHOICES = Set.of("choices");
    private static final String END = "[DONE]";

    private final ReplyContext context;
    private final ChatState state;
    private final Consumer<Delta> deltas;
    private final StringBuilder text = new StringBuilder();
    private final Companions members;
    private final ChatCalls calls;
    private final OpenAiUsage.TokenCounts usage;
    private String id = "";
    private String model = "";
    private String reason = "";
    private boolean isReasonWithContent;
    private boolean isStreamed;
    private boolean isBegun;
    private boolean isOver;
    private boolean isCountedLast;
    private boolean isRefused;

    /**
     * Creates a reader of one Chat Completions reply.
     *
     * @param context the relevant parts of the request
     * @param state creates the state of the reply
     * @param deltas receives the deltas
     */
    ChatReader(ReplyContext context, ChatState state, Consumer<Delta> deltas) {
        this.context = context;
        this.state = state;
        this.deltas = deltas;
        this.members = new Companions(context.flavor(), ChatState.MESSAGE);
        this.calls = new ChatCalls(context, deltas);
        this.usage = context.usage().counts();
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
        }
    }

    private void end() {
        if (!isBegun) {
            throw new MalformedReplyException("$.choices", "a choice", "none");
        }
        calls.end();
        isOver = true;
    }

    private void take(ProviderJson received, String message) {
        ProviderJson chunk = received.unwrapped(CHOICES);
        id = id.isEmpty() ? LenientJson.word(chunk.get("id")) : id;
        model = model.isEmpty() ? LenientJson.text(chunk.get("model")) : model;
        boolean wasCounted = !usage.isEmpty();
        usage.add(chunk);
        List<ProviderJson> choices = LenientJson.list(chunk.get("choices"));
        for (int i = 0; i < choices.size(); i++) {
            ProviderJson choice = choices.get(i);
            if (i == 0 ? isFirst(choice) : LenientJson.word(choice.get("index")).equals("0")) {
                choice(choice, message);
            }
        }
        isCountedLast |= isBegun && choices.isEmpty() && !wasCounted && !usage.isEmpty();
    }

    /** Returns whether a choice that is the first of its list belongs to the reply. A request has one choice. */
    private static boolean isFirst(ProviderJson choice) {
        String index = LenientJson.word(choice.get("index"));
        return !index.matches("[1-9]\\d*");
    }

    private void choice(ProviderJson choice, String message) {
        if (!choice.get("error").isAbsent()) {
            ProviderErrors.check(choice);
        }
        boolean isWholeMessage = isStreamed && choice.get(message).isAbsent();
        ProviderJson content = choice.get(isWholeMessage ? "message" : message);
        if (!choice.isObject() || (!isStreamed && !content.isObject())) {
            throw new MalformedReplyException(content.path(), "a message", choice.raw());
        }
        if (!content.get("error").isAbsent()) {
            ProviderErrors.check(content);
        }
        usage.addChoice(choice);
        boolean isRestated = isWholeMessage && (!text.isEmpty() || !calls.isEmpty());
        end(choice, !isRestated && read(content));
        isBegun = true;
    }

    /** Reads a message or a fragment of one, and returns whether it has content. */
    private boolean read(ProviderJson content) {
        members.add(content);
        boolean hasContent = think(content.get("reasoning_content"), content.get("reasoning"), content.get("thinking"));
        hasContent |= content(content.get("content"));
        hasContent |= refuse(LenientJson.text(content.get("refusal")));
        if (isStreamed) {
            hasContent |= calls.pieces(content.get("tool_calls"));
        } else {
            calls.whole(content.get("tool_calls"));
        }
        hasContent |= calls.oldForm(content.get("function_call"));
        return hasContent;
    }

    /** Reads the finish reason. An earlier one is void if content followed it. */
    private void end(ProviderJson choice, boolean hasContent) {
        if (hasContent) {
            reason = "";
            isCountedLast = false;
        }
        String word = LenientJson.word(choice.get("finish_reason"));
        reason = word.isBlank() || word.equals("null") ? reason : word; // some servers write no reason as text
        isReasonWithContent = hasContent;
    }

    private boolean content(ProviderJson content) {
        if (!content.isArray()) {
            return say(content.isObject() ? LenientJson.text(content.get("text")) : LenientJson.word(content));
        }
        boolean hasContent = false;
        for (ProviderJson part : content.items()) {
            hasContent |= switch (LenientJson.text(part.get("type"))) {
                case "text", "output_text" -> say(textOf(part.get("text")));
                case "" -> say(part.isText() ? part.text() : textOf(part.get("text")));
                case "refusal" -> refuse(LenientJson.text(part.get("refusal")));
                case "thinking" -> {
                    ProviderJson thinking = part.get("thinking");
                    members.add(ChatState.CONTENT, ProviderJson.parse("[" + part.raw() + "]"));
                    LenientJson.list(thinking).forEach(thought -> think(thought.get("text")));
                    yield think(thinking) || thinking.isArray();
                }
                default -> false; // references and similar parts are not text
            };
        }
        return hasContent;
    }

    private static String textOf(ProviderJson text) {
        return LenientJson.text(text.isObject() ? text.get("value") : text);
    }

    private boolean say(String more) {
        if (!more.isEmpty()) {
            text.append(more);
            deltas.accept(new Delta.Text(more));
        }
        return !more.isEmpty();
    }

    private boolean refuse(String more) {
        isRefused |= !more.isEmpty();
        return say(more);
    }

    /**
     * Passes the first non-empty thinking text to the consumer of deltas. Some servers send the same text under two
     * names.
     */
    private boolean think(ProviderJson... thoughts) {
        for (ProviderJson thought : thoughts) {
            if (thought.isText() && !thought.text().isEmpty()) {
                deltas.accept(new Delta.Thinking(thought.text()));
                return true;
            }
        }
        return false;
    }

    /** Returns whether the end mark, a finish reason or the final usage has arrived. Not every server sends all. */
    @Override
    public boolean isEnded() {
        return isOver || !reason.isEmpty() || isCountedLast;
    }

    @Override
    public boolean isFinal() {
        return isOver || isCountedLast || (!reason.isEmpty() && !isReasonWithContent);
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public ReplyBuilder reply() {
        calls.end();
        ReplyBuilder reply = ModelReply.builder()
                .text(text.toString())
                .usage(usage.usage())
                .stop(stop())
                .provenance(context.provenance(model, id))
                .finishReason(reason);
        calls.addTo(reply);
        state.of(new ChatState.Extras(members.values(), calls.extended())).ifPresent(reply::state);
        return reply;
    }

    private StopReason stop() {
        if (isRefused) {
            return StopReason.REFUSAL;
        }
        if (reason.isEmpty() && !isStreamed) {
            return StopReason.COMPLETE; // only a stream can be cut off unnoticed
        }
        boolean hasContent = !text.isEmpty() || !calls.isEmpty();
        return context.reasons().of(reason, hasContent && calls.areWhole());
    }

    @Override
    public boolean isKnownReason(String word) {
        return context.reasons().isKnown(word);
    }

    /** Returns the reply in an error, which follows the text that has been shown. */
    @Override
    public Optional<ReplyBuilder> rejected(int status, ProviderJson body) {
        return FailedGeneration.in(body, text.toString())
                .map(reply -> reply.usage(usage.usage())
                        .provenance(context.provenance(model, id))
                        .finishReason(FailedGeneration.CODE));
    }
}
