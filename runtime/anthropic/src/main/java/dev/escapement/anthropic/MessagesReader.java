package dev.escapement.anthropic;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private final ModelInfo requested;
    private final AnthropicUsage usage;
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
     * Creates a reader of one reply from the Messages API.
     *
     * @param requested the model of the request
     * @param usage accumulates the token usage
     * @param deltas receives the deltas
     */
    MessagesReader(ModelInfo requested, AnthropicUsage usage, Consumer<Delta> deltas) {
        this.requested = requested;
        this.usage = usage;
        this.deltas = deltas;
    }

    @Override
    public void body(ProviderJson body) {
        AnthropicErrors.check(body);
        begin(body);
        long index = 0;
        for (ProviderJson block : list(body.get("content"))) {
            beginBlock(index, block);
            endBlock(index);
            index++;
        }
        stop(body);
        end();
    }

    private static List<ProviderJson> list(ProviderJson content) {
        if (!content.isArray()) {
            throw new MalformedReplyException(content.path(), "a list", content.raw());
        }
        return content.items();
    }

    @Override
    public void event(ServerSentEvent event) {
        String data = event.data().strip();
        if (isEnded || data.isEmpty() || data.equals("[DONE]")) {
            return; // sent by some servers outside of the protocol
        }
        ProviderJson json = ProviderJson.parse(data);
        AnthropicErrors.check(json);
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
                usage.update(json.get("usage"));
                stop(json.get("delta"));
            }
            case "message_stop" -> end();
            case "error" -> throw AnthropicErrors.of(json);
            default -> {} // pings and future types
        }
    }

    private void begin(ProviderJson message) {
        if (isBegun || !message.isObject()) {
            throw new MalformedReplyException(message.path(), "one message", isBegun ? "a second one" : message.raw());
        }
        isBegun = true;
        id = message.get("id").textOrEmpty();
        model = message.get("model").textOrEmpty();
        usage.update(message.get("usage"));
    }

    private void beginBlock(long index, ProviderJson begun) {
        ReplyBlock block = new ReplyBlock(begun, calls);
        calls += block.isCall() ? 1 : 0;
        if (blocks.putIfAbsent(index, block) != null) {
            throw new MalformedReplyException(begun.path(), "a new block", "a second block " + index);
        }
        block.beginning().ifPresent(deltas);
    }

    private void endBlock(long index) {
        ReplyBlock block = blocks.get(index);
        if (block != null) {
            block.ending().ifPresent(deltas);
        }
    }

    private ReplyBlock block(long index, ProviderJson event) {
        ReplyBlock block = blocks.get(index);
        if (block == null) {
            throw new MalformedReplyException(event.path() + ".index", "a block that has begun", Long.toString(index));
        }
        return block;
    }

    private void stop(ProviderJson message) {
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
            throw new MalformedReplyException("$", "a message", "its end alone");
        }
        isEnded = true;
    }

    @Override
    public boolean isEnded() {
        return isEnded || (isBegun && !reason.isEmpty()); // only the end mark follows the reason
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
        ReplyBuilder reply = ModelReply.builder()
                .text(text() + explanation)
                .usage(usage.total())
                .stop(stop())
                .provenance(new ReplyProvenance(
                        requested.provider(), model.isEmpty() ? requested.model() : model, id, "", ""));
        for (ReplyBlock block : blocks.values()) {
            if (block.isCall()) {
                reply.call(block.id(), block.tool(), block.arguments());
            }
        }
        new ContentState(requested.host()).of(blocks.values()).ifPresent(reply::state);
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
            default -> StopReason.UNKNOWN; // including pause_turn, after which the model would continue
        };
    }
}
