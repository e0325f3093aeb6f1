package dev.escapement.anthropic;

import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import dev.escapement.wire.WellFormed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The content of an earlier reply in the order and with all the blocks that it had. Thinking is signed and has to come back
 * untouched before the calls that it led to; so has whatever else the provider adds. Calls come back as they were recorded,
 * since their ids may have been changed to tell them apart in the thread.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/extended-thinking">Preserving thinking blocks</a>
 */
final class KeptContent {

    private final String format;

    /**
     * The content of replies of one server: signatures of another one are refused.
     *
     * @param host the server
     */
    KeptContent(String host) {
        this.format = "anthropic.messages@" + host;
    }

    /** What has to be kept of a reply; empty if it can be written anew from its text and its calls. */
    Optional<ProviderState> of(Collection<ReplyBlock> content) {
        boolean isFirst = true;
        boolean isPlain = true;
        for (ReplyBlock block : content) {
            isPlain &= block.isPlain() && (isFirst || block.isCall());
            isFirst = false;
        }
        if (isPlain) {
            return Optional.empty();
        }
        return Optional.of(new ProviderState(
                format, content.stream().map(ReplyBlock::json).collect(Collectors.joining(",", "[", "]"))));
    }

    /**
     * The blocks of an earlier reply.
     *
     * @return the blocks in order; none if nothing was kept, or not of this server, or if it does not fit what is said of
     *     the reply now
     */
    List<Block> blocks(Message.Assistant reply, CallIds ids) {
        Optional<ProviderState> state =
                reply.state().filter(kept -> kept.format().equals(format));
        if (state.isEmpty()) {
            return List.of();
        }
        try {
            List<Json> content = Json.parse(state.get().json()).items();
            return fits(content, reply) ? blocks(content, reply.calls(), ids) : List.of();
        } catch (MalformedJsonException | IllegalArgumentException damaged) {
            return List.of();
        }
    }

    private static boolean fits(List<Json> content, Message.Assistant reply) {
        String said = content.stream()
                .filter(block -> isOf(block, "text"))
                .map(block -> block.get("text").text())
                .collect(Collectors.joining());
        List<String> called = content.stream()
                .filter(block -> isOf(block, ReplyBlock.CALL))
                .map(block -> block.get("name").textOrEmpty())
                .toList();
        return said.equals(reply.text())
                && called.equals(reply.calls().stream().map(Call::tool).toList());
    }

    private static List<Block> blocks(List<Json> content, List<Call> calls, CallIds ids) {
        List<Block> blocks = new ArrayList<>();
        int end = 0;
        int call = 0;
        for (Json block : content) {
            switch (block.get("type").text()) {
                case ReplyBlock.CALL -> blocks.add(Block.call(calls.get(call++), ids, caller(block)));
                case "text" -> {
                    if (!block.get("text").text().isBlank()) {
                        blocks.add(kept(block, false));
                    }
                }
                case "thinking" -> {
                    if (!block.get("signature").textOrEmpty().isEmpty()) { // without one it was cut off, and is refused
                        blocks.add(kept(block, true));
                    }
                }
                case "redacted_thinking" -> blocks.add(kept(block, true));
                default -> blocks.add(kept(block, false));
            }
            end = blocks.isEmpty() || isThought(blocks.get(blocks.size() - 1)) ? end : blocks.size();
        }
        return List.copyOf(blocks.subList(0, end)); // a reply that ends with thinking is refused
    }

    private static Optional<JsonText> caller(Json call) {
        Json caller = call.get("caller");
        return caller.isAbsent() ? Optional.empty() : Optional.of(new JsonText(caller.raw()));
    }

    private static Block kept(Json block, boolean isThought) {
        String json = isThought ? block.raw() : WellFormed.json(block.raw()); // what is signed must not change
        return new Block.Kept(new JsonText(json), isThought);
    }

    private static boolean isThought(Block block) {
        return block instanceof Block.Kept kept && kept.isThought();
    }

    private static boolean isOf(Json block, String type) {
        return block.get("type").text().equals(type);
    }
}
