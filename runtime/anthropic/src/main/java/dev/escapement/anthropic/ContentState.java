package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.CallIds;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ServerState;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A reader and writer of provider state that contains all content blocks of a reply, in order. Thinking is signed, and
 * later requests must repeat it unchanged before its calls, like every other addition of the provider. Calls are
 * repeated as they were recorded, because their ids may differ in the thread.
 *
 * <p>The state is a list of blocks, or an object that also contains the id of the container in which the provider runs
 * code.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/extended-thinking">Preserving thinking blocks</a>
 */
final class ContentState {

    /** The maximum length of the state of one reply in characters. Results of searches are long. */
    private static final int MAX_LENGTH = 4 << 20;

    private static final System.Logger LOG = System.getLogger(AnthropicModel.class.getName());
    private static final JsonEncoder<String> QUOTED = JsonWriter::writeString;
    private static final Set<String> RECORDED = Set.of("type", "id", "name", "input");

    private final ServerState state;

    /**
     * Creates a reader and writer for the replies of one server. A server rejects the signatures of other servers.
     *
     * @param host the host name of the server
     */
    ContentState(String host) {
        this.state = new ServerState("anthropic.messages@" + host);
    }

    /**
     * Returns the state to store with a reply, or empty if the text and calls contain all of the reply's content.
     *
     * @param container the id of the provider's container; empty if there is none
     */
    Optional<ProviderState> of(Collection<ReplyBlock> content, String container) {
        boolean isFirst = true;
        boolean isPlain = container.isEmpty();
        for (ReplyBlock block : content) {
            isPlain &= block.isPlain() && (isFirst || block.isCall());
            isFirst = false;
        }
        if (isPlain) {
            return Optional.empty();
        }
        String blocks = content.stream().map(ReplyBlock::json).collect(Collectors.joining(",", "[", "]"));
        if (blocks.length() > MAX_LENGTH) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The additions of the provider to a reply have " + blocks.length()
                            + " characters and are not stored");
            return Optional.empty();
        }
        return Optional.of(state.of(
                container.isEmpty()
                        ? blocks
                        : "{\"container\":" + QUOTED.encode(container) + ",\"content\":" + blocks + "}"));
    }

    /** Returns whether a reply has state of this server, which therefore accepts the ids of its calls. */
    boolean isOwn(Message.Assistant reply) {
        return state.read(reply, kept -> true).orElse(false);
    }

    /** Returns the id of the container in the newest reply that has one. */
    Optional<String> container(List<Message> messages) {
        return messages.stream()
                .filter(Message.Assistant.class::isInstance)
                .map(message -> state.read(
                                (Message.Assistant) message,
                                kept -> kept.get("container").textOrEmpty())
                        .orElse(""))
                .filter(id -> !id.isEmpty())
                .reduce((before, last) -> last);
    }

    /**
     * Returns the blocks stored with an earlier reply.
     *
     * @return the blocks in order; none if the reply has no state of this server, or one that differs from its text and its
     *     calls
     */
    List<Block> blocks(Message.Assistant reply, CallIds ids) {
        return state.read(reply, kept -> {
                    List<ProviderJson> content =
                            kept.isObject() ? kept.get("content").items() : kept.items();
                    return fits(content, reply) ? blocks(content, reply.calls(), ids) : List.<Block>of();
                })
                .orElse(List.of());
    }

    private static boolean fits(List<ProviderJson> content, Message.Assistant reply) {
        String text = content.stream()
                .filter(block -> isOf(block, ReplyBlock.TEXT))
                .map(block -> block.get("text").textOrEmpty())
                .collect(Collectors.joining());
        List<String> tools = content.stream()
                .filter(block -> isOf(block, ReplyBlock.CALL))
                .map(ReplyBlock::tool)
                .toList();
        return text.equals(reply.text())
                && tools.equals(reply.calls().stream().map(Call::tool).toList());
    }

    private static List<Block> blocks(List<ProviderJson> content, List<Call> calls, CallIds ids) {
        List<Block> blocks = new ArrayList<>();
        int call = 0;
        for (ProviderJson block : content) {
            switch (block.get("type").text()) {
                case ReplyBlock.CALL ->
                    blocks.add(Block.call(calls.get(call++), ids, block.propertiesExcept(RECORDED)));
                case ReplyBlock.TEXT -> {
                    if (!BlankTexts.is(block.get("text").textOrEmpty())) {
                        blocks.add(original(block, false));
                    }
                }
                case ReplyBlock.THINKING -> {
                    block.get("thinking").textOrEmpty(); // must be text
                    blocks.add(original(block, true));
                }
                case "redacted_thinking" -> blocks.add(original(block, true));
                default -> blocks.add(original(block, false));
            }
        }
        return withoutTrailingThinking(blocks);
    }

    /** Returns blocks without thinking at their end, which is incomplete if it is unsigned, and rejected in any case. */
    private static List<Block> withoutTrailingThinking(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0 && blocks.get(end - 1).isThinking()) {
            end--;
        }
        return List.copyOf(blocks.subList(0, end));
    }

    private static Block original(ProviderJson block, boolean isThinking) {
        String json = isThinking ? block.raw() : UnpairedSurrogates.replaceInJson(block.raw()); // thinking is signed
        return new Block.Original(
                new JsonText(json),
                isThinking,
                isOf(block, ReplyBlock.TEXT) ? block.get("text").textOrEmpty() : "");
    }

    private static boolean isOf(ProviderJson block, String type) {
        return block.get("type").text().equals(type);
    }

    /** Returns the content of a paused turn. */
    static List<Block> continued(PausedTurn paused) {
        return paused.blocks().stream()
                .filter(block -> !block.isBlankText())
                .map(block -> original(ProviderJson.parse(block.wholeJson()), block.isThinking()))
                .toList();
    }
}
