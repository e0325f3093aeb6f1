package dev.escapement.anthropic;

import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import dev.escapement.wire.ReplyReader;
import dev.escapement.wire.ServerSentEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads replies of the Messages API. A whole message is read like a stream whose blocks are complete when they begin, so
 * both give the same reply.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/streaming">Streaming messages</a>
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons">Stop reasons</a>
 */
final class MessagesReader implements ReplyReader {

    private final ModelInfo asked;
    private final Tokens tokens;
    private final Consumer<Delta> deltas;
    private final Map<Long, ReplyBlock> blocks = new TreeMap<>();
    private String id = "";
    private String model = "";
    private String reason = "";
    private String explanation = "";
    private int calls;
    private boolean isBegun;
    private boolean isEnded;

    /**
     * A reader of one reply.
     *
     * @param asked the model that was asked
     * @param tokens counts what the reply cost
     * @param deltas whoever watches
     */
    MessagesReader(ModelInfo asked, Tokens tokens, Consumer<Delta> deltas) {
        this.asked = asked;
        this.tokens = tokens;
        this.deltas = deltas;
    }

    @Override
    public void body(Json body) {
        Faults.check(body);
        begin(body);
        long index = 0;
        for (Json block : list(body.get("content"))) {
            beginBlock(index, block);
            endBlock(index);
            index++;
        }
        stop(body);
        end();
    }

    private static List<Json> list(Json content) {
        if (!content.isArray()) {
            throw new MalformedJsonException(content.path(), "a list", content.raw());
        }
        return content.items();
    }

    @Override
    public void event(ServerSentEvent event) {
        String data = event.data().strip();
        if (isEnded || data.isEmpty() || data.equals("[DONE]")) {
            return; // not part of the protocol, but of some servers
        }
        Json json = Json.parse(data);
        Faults.check(json);
        String type =
                json.get("type").isAbsent() ? event.name() : json.get("type").text();
        long index = json.get("index").count();
        switch (type) {
            case "message_start" -> begin(json.get("message"));
            case "content_block_start" -> beginBlock(index, json.get("content_block"));
            case "content_block_delta" ->
                block(index, json).add(json.get("delta")).ifPresent(deltas);
            case "content_block_stop" -> endBlock(index);
            case "message_delta" -> {
                tokens.take(json.get("usage"));
                stop(json.get("delta"));
            }
            case "message_stop" -> end();
            case "error" -> throw Faults.of(json);
            default -> {} // pings, and more that is announced to come
        }
    }

    private void begin(Json message) {
        if (isBegun || !message.isObject()) {
            throw new MalformedJsonException(message.path(), "one message", isBegun ? "a second one" : message.raw());
        }
        isBegun = true;
        id = message.get("id").textOrEmpty();
        model = message.get("model").textOrEmpty();
        tokens.take(message.get("usage"));
    }

    private void beginBlock(long index, Json begun) {
        ReplyBlock block = new ReplyBlock(begun, calls);
        calls += block.isCall() ? 1 : 0;
        if (blocks.putIfAbsent(index, block) != null) {
            throw new MalformedJsonException(begun.path(), "a new block", "a second block " + index);
        }
        block.beginning().ifPresent(deltas);
    }

    private void endBlock(long index) {
        ReplyBlock block = blocks.get(index);
        if (block != null) {
            block.ending().ifPresent(deltas);
        }
    }

    private ReplyBlock block(long index, Json event) {
        ReplyBlock block = blocks.get(index);
        if (block == null) {
            throw new MalformedJsonException(event.path() + ".index", "a block that has begun", Long.toString(index));
        }
        return block;
    }

    private void stop(Json message) {
        String ending = message.get("stop_reason").textOrEmpty();
        if (ending.isEmpty()) {
            return;
        }
        reason = ending;
        if (stop() == StopReason.REFUSAL && text().isBlank() && explanation.isEmpty()) {
            explanation = message.get("stop_details").get("explanation").textOrEmpty();
            if (!explanation.isEmpty()) {
                deltas.accept(new Delta.Text(explanation));
            }
        }
    }

    private void end() {
        if (!isBegun) {
            throw new MalformedJsonException("$", "a message", "its end alone");
        }
        isEnded = true;
    }

    @Override
    public boolean isEnded() {
        return isEnded || (isBegun && !reason.isEmpty()); // what follows the reason is only the sign that nothing does
    }

    @Override
    public boolean isOver() {
        return isEnded;
    }

    @Override
    public ReplyBuilder reply() {
        if (!isEnded()) {
            throw new MalformedJsonException("$", "a reply", "a stream without its end");
        }
        ReplyBuilder reply = ModelReply.builder()
                .text(text() + explanation)
                .usage(tokens.usage())
                .stop(stop())
                .provenance(new ReplyProvenance(asked.provider(), model.isEmpty() ? asked.model() : model, id, "", ""));
        for (ReplyBlock block : blocks.values()) {
            if (block.isCall()) {
                reply.call(block.id(), block.tool(), block.arguments());
            }
        }
        new KeptContent(asked.host()).of(blocks.values()).ifPresent(reply::state);
        return reply;
    }

    private String text() {
        return blocks.values().stream().map(ReplyBlock::text).collect(Collectors.joining());
    }

    private StopReason stop() {
        return switch (reason) {
            case "end_turn", "tool_use", "stop_sequence" -> StopReason.COMPLETE;
            case "max_tokens", "model_context_window_exceeded" -> StopReason.LENGTH;
            case "refusal" -> StopReason.REFUSAL;
            default -> StopReason.UNKNOWN; // pause_turn too: the model has not said all that it wants to
        };
    }
}
