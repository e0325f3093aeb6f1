package dev.escapement.anthropic;

import dev.escapement.http.client.FinishReasons;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrors;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.http.client.StopReasons;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A reader of one reply from the Messages API. A whole message is read like a stream whose blocks are complete when
 * they begin, so that both result in the same reply.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/streaming">Streaming messages</a>
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons">Stop reasons</a>
 */
final class MessagesReader implements ReplyReader {

    private static final Set<String> CONTENT = Set.of("content");
    private static final String STOP_REASON = "stop_reason";

    private final ModelInfo requested;
    private final AnthropicUsage usage;
    private final Consumer<Delta> deltas;
    private final PausedTurn earlier;
    private final ReplyContent content;
    private List<ProviderJson> initial = List.of();
    private String id = "";
    private String model = "";
    private String container = "";
    private String reason = "";
    private String explanation = "";
    private boolean isBegun;
    private boolean isEnded;

    /**
     * Creates a reader of one reply from the Messages API.
     *
     * @param requested the model of the request
     * @param usage accumulates the token usage
     * @param earlier the paused turn that the reply continues, if any
     * @param deltas receives the deltas
     */
    MessagesReader(ModelInfo requested, AnthropicUsage usage, PausedTurn earlier, Consumer<Delta> deltas) {
        this.requested = requested;
        this.usage = usage;
        this.deltas = deltas;
        this.earlier = earlier;
        this.content = new ReplyContent(deltas);
    }

    @Override
    public void body(ProviderJson received) {
        ProviderJson body = received.unwrapped(CONTENT);
        ProviderErrors.check(body);
        ProviderJson found = body.get("content");
        boolean isMessage = found.isArray()
                || found.isObject()
                || found.isText()
                || found.raw().equals("null");
        if (!isMessage) {
            throw new MalformedReplyException(found.path(), "a list", found.raw());
        }
        begin(body);
        readInitial();
        stop(body);
        end();
    }

    /** Returns the blocks of a list, of a single block or of text. */
    private static List<ProviderJson> blocks(ProviderJson content) {
        List<ProviderJson> items = content.isArray() ? content.items() : List.of(content);
        return items.stream()
                .map(item -> item.isText() ? ProviderJson.parse("{\"text\":" + item.raw() + "}") : item)
                .toList();
    }

    @Override
    public void event(ServerSentEvent event) {
        String data = event.data().strip();
        if (isEnded || data.isEmpty()) {
            return;
        }
        if (data.equals("[DONE]")) { // sent by some servers in place of the protocol's end
            isEnded = isEnded();
            return;
        }
        ProviderJson json = ProviderJson.parse(data);
        ProviderErrors.check(json);
        usage.updateFrom(json);
        usage.updateFrom(json.get("delta"));
        String type = json.get("type").isText() ? json.get("type").text() : event.name();
        switch (type) {
            case "message_start" -> begin(json.get("message").isObject() ? json.get("message") : json);
            case "content_block_start" -> {
                ProviderJson block = json.get("content_block");
                content.begin(index(json), block.isObject() ? block : json.get("delta"));
                resume();
            }
            case "content_block_delta" -> {
                content.add(index(json), json.get("delta"));
                resume();
            }
            case "content_block_stop" -> content.end(index(json));
            case "message_delta" -> stop(json.get("delta").get(STOP_REASON).isAbsent() ? json : json.get("delta"));
            case "message_stop" -> end();
            case "error" -> throw ProviderErrors.of(json);
            default -> {} // pings and future types
        }
    }

    private static long index(ProviderJson event) {
        return event.get("index").count();
    }

    /** Begins the message. Ignores a message that begins again, as long as it is the same one. */
    private void begin(ProviderJson message) {
        String name = message.get("id").textOrJson();
        if (isBegun && !content.blocks().isEmpty() && !id.equals(name)) {
            throw new MalformedReplyException(message.path(), "one message", "a second one");
        }
        isBegun = true;
        id = name;
        model = message.get("model").textOrJson();
        container = message.get("container").get("id").textOrJson();
        initial = blocks(message.get("content"));
        usage.updateFrom(message);
    }

    /** Voids the stop reason, because the reply goes on. */
    private void resume() {
        isBegun = true;
        reason = "";
    }

    private void stop(ProviderJson message) {
        container = message.get("container").isObject()
                ? message.get("container").get("id").textOrJson()
                : container;
        String ending = message.get(STOP_REASON).textOrJson();
        if (ending.isEmpty()) {
            return;
        }
        isBegun = true;
        reason = ending;
        ProviderJson details = message.get("stop_details").get("explanation");
        boolean isRefused =
                StopReasons.of(reason).filter(StopReason.REFUSAL::equals).isPresent();
        if (isRefused && details.isText() && text().isBlank() && explanation.isEmpty()) {
            explanation = details.text();
            if (!explanation.isEmpty()) {
                deltas.accept(new Delta.Text(explanation));
            }
        }
    }

    private void end() {
        if (!isBegun) {
            throw new MalformedReplyException("$", "a message", "its end alone");
        }
        readInitial();
        content.end();
        isEnded = true;
    }

    /** Reads the content at the beginning of the message, which is all of it if the reply is not streamed. */
    private void readInitial() {
        if (content.blocks().isEmpty()) {
            for (int index = 0; index < initial.size(); index++) {
                content.begin(-1 - index, initial.get(index));
                content.end(-1 - index);
            }
        }
    }

    @Override
    public boolean isEnded() {
        return isEnded || (isBegun && !reason.isEmpty());
    }

    @Override
    public boolean isOver() {
        return isEnded;
    }

    @Override
    public ReplyBuilder reply() {
        if (!isEnded()) {
            throw new MalformedReplyException("$", "a reply", "a stream without its end");
        }
        readInitial();
        content.end();
        StopReason stop = stop(); // throws for a temporary fault
        if (StopReasons.normalized(reason).equals(ReplyBlock.CALL)) {
            content.requireCalls();
        }
        List<ReplyBlock> all = earlier.with(content.blocks());
        ReplyBuilder reply = ModelReply.builder()
                .text(text() + explanation)
                .usage(total())
                .stop(stop)
                .provenance(new ReplyProvenance(
                        requested.provider(), model.isEmpty() ? requested.model() : model, id, "", ""))
                .finishReason(reason);
        for (ReplyBlock block : all) {
            if (block.isCall()) {
                reply.call(block.id(), block.tool(), block.arguments());
            }
        }
        new ContentState(requested.host()).of(all, container).ifPresent(reply::state);
        return reply;
    }

    @Override
    public boolean isKnownReason(String word) {
        return PausedTurn.isReason(word) || StopReasons.of(word).isPresent();
    }

    /** Returns the turn to continue after this reply, if the provider paused it. */
    Optional<PausedTurn> paused() {
        return PausedTurn.isReason(reason) ? earlier.then(earlier.with(content.blocks()), total()) : Optional.empty();
    }

    private Usage total() {
        return earlier.plus(usage.total());
    }

    private String text() {
        return earlier.with(content.blocks()).stream().map(ReplyBlock::text).collect(Collectors.joining());
    }

    private StopReason stop() {
        if (PausedTurn.isReason(reason)) {
            return pausedStop();
        }
        return FinishReasons.USUAL.of(reason, isEnded && isWhole());
    }

    /** Returns the stop reason of a paused turn that is not continued. */
    private StopReason pausedStop() {
        if (content.blocks().stream().anyMatch(ReplyBlock::isCall)) {
            return StopReason.COMPLETE; // the turn continues after the answers to the calls
        }
        return earlier.parts() == PausedTurn.MAX_PARTS ? StopReason.LENGTH : StopReason.UNKNOWN;
    }

    /** Returns whether the reply has text or calls, and the arguments of all calls are JSON objects. */
    private boolean isWhole() {
        boolean hasContent = !text().isEmpty() || content.blocks().stream().anyMatch(ReplyBlock::isCall);
        return hasContent
                && content.blocks().stream()
                        .allMatch(block -> !block.isCall() || ProviderJson.isObject(block.arguments()));
    }
}
