package dev.escapement.anthropic;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Delta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The content blocks of a reply, in the order in which they begin. Accepts the deviations of compatible servers: an index
 * that several blocks share, a block that begins twice or not at all, and a block without a type.
 */
final class ReplyContent {

    private final List<ReplyBlock> blocks = new ArrayList<>();
    private final Map<Long, ReplyBlock> current = new HashMap<>();
    private final Consumer<Delta> deltas;
    private int calls;
    private Optional<ProviderJson> orphan = Optional.empty();

    /** Creates empty content that passes deltas to a consumer. */
    ReplyContent(Consumer<Delta> deltas) {
        this.deltas = deltas;
    }

    /** Begins a block. Has no effect if neither its type nor a property indicates the kind of block. */
    void begin(long index, ProviderJson begun) {
        String type = begun.get("type").isText() ? begun.get("type").text() : ReplyBlock.inferredType(begun);
        if (type.isEmpty()) {
            return;
        }
        ReplyBlock earlier = current.get(index);
        if (earlier != null && earlier.isRestatedBy(begun, type)) {
            earlier.restate(begun);
            return;
        }
        end(index);
        begin(index, new ReplyBlock(begun, type, calls));
    }

    private ReplyBlock begin(long index, ReplyBlock block) {
        calls += block.isCall() ? 1 : 0;
        blocks.add(block);
        current.put(index, block);
        block.beginning().ifPresent(deltas);
        return block;
    }

    /** Adds a fragment to a block. Text and thinking begin a block if it has not begun; other fragments are ignored. */
    void add(long index, ProviderJson delta) {
        ReplyBlock block = current.get(index);
        if (block == null) {
            switch (ReplyBlock.typeOf(delta)) {
                case "text_delta", ReplyBlock.TEXT -> block = begin(index, empty(ReplyBlock.TEXT));
                case "thinking_delta", ReplyBlock.THINKING -> block = begin(index, empty(ReplyBlock.THINKING));
                default -> orphan = Optional.of(delta);
            }
        }
        if (block != null) {
            block.add(delta).ifPresent(deltas);
        }
    }

    private ReplyBlock empty(String type) {
        return new ReplyBlock(ProviderJson.parse("{}"), type, calls);
    }

    void end(long index) {
        ReplyBlock block = current.get(index);
        if (block != null) {
            block.ending().ifPresent(deltas);
        }
    }

    /** Ends all blocks. */
    void end() {
        blocks.forEach(block -> block.ending().ifPresent(deltas));
    }

    /**
     * Checks that a reply that ends with calls has calls.
     *
     * @throws MalformedReplyException if only fragments of calls arrived
     */
    void requireCalls() {
        if (calls == 0 && orphan.isPresent()) {
            throw new MalformedReplyException(
                    orphan.get().path(), "a block that has begun", orphan.get().raw());
        }
    }

    List<ReplyBlock> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    String text() {
        return blocks.stream().map(ReplyBlock::text).collect(Collectors.joining());
    }
}
