package dev.escapement.anthropic;

import dev.escapement.http.client.CallIds;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ServerState;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A reader and writer of provider state that contains all content blocks of a reply, in order. Thinking is signed, and
 * later requests must repeat it unchanged before its calls, like every other addition of the provider. Calls are
 * repeated as they were recorded, because their ids may differ in the thread.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/extended-thinking">Preserving thinking blocks</a>
 */
final class ContentState {

    private final ServerState state;

    /**
     * Creates a reader and writer for the replies of one server. A server rejects the signatures of other servers.
     *
     * @param host the host name of the server
     */
    ContentState(String host) {
        this.state = new ServerState("anthropic.messages@" + host);
    }

    /** Returns the state to store with a reply, or empty if the text and calls contain all of the reply's content. */
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
        return Optional.of(state.of(content.stream().map(ReplyBlock::json).collect(Collectors.joining(",", "[", "]"))));
    }

    /**
     * Returns the blocks stored with an earlier reply.
     *
     * @return the blocks in order; none if the reply has no state of this server, or one that differs from its text and its
     *     calls
     */
    List<Block> blocks(Message.Assistant reply, CallIds ids) {
        return state.read(
                        reply,
                        kept -> fits(kept.items(), reply) ? blocks(kept.items(), reply.calls(), ids) : List.<Block>of())
                .orElse(List.of());
    }

    private static boolean fits(List<ProviderJson> content, Message.Assistant reply) {
        String text = content.stream()
                .filter(block -> isOf(block, "text"))
                .map(block -> block.get("text").text())
                .collect(Collectors.joining());
        List<String> tools = content.stream()
                .filter(block -> isOf(block, ReplyBlock.CALL))
                .map(block -> block.get("name").textOrEmpty())
                .toList();
        return text.equals(reply.text())
                && tools.equals(reply.calls().stream().map(Call::tool).toList());
    }

    private static List<Block> blocks(List<ProviderJson> content, List<Call> calls, CallIds ids) {
        List<Block> blocks = new ArrayList<>();
        int end = 0;
        int call = 0;
        for (ProviderJson block : content) {
            switch (block.get("type").text()) {
                case ReplyBlock.CALL -> blocks.add(Block.call(calls.get(call++), ids, caller(block)));
                case "text" -> {
                    if (!block.get("text").text().isBlank()) {
                        blocks.add(original(block, false));
                    }
                }
                case "thinking" -> {
                    if (!block.get("signature").textOrEmpty().isEmpty()) { // without one it is incomplete and rejected
                        blocks.add(original(block, true));
                    }
                }
                case "redacted_thinking" -> blocks.add(original(block, true));
                default -> blocks.add(original(block, false));
            }
            end = blocks.isEmpty() || blocks.get(blocks.size() - 1).isThinking() ? end : blocks.size();
        }
        return List.copyOf(blocks.subList(0, end)); // a reply that ends with thinking is rejected
    }

    private static Optional<JsonText> caller(ProviderJson call) {
        ProviderJson caller = call.get("caller");
        return caller.isAbsent() ? Optional.empty() : Optional.of(new JsonText(caller.raw()));
    }

    private static Block original(ProviderJson block, boolean isThinking) {
        String json = isThinking ? block.raw() : UnpairedSurrogates.replaceInJson(block.raw()); // thinking is signed
        return new Block.Original(new JsonText(json), isThinking);
    }

    private static boolean isOf(ProviderJson block, String type) {
        return block.get("type").text().equals(type);
    }
}
