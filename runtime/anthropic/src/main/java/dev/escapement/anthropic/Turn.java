package dev.escapement.anthropic;

import dev.escapement.content.Content;
import dev.escapement.http.client.CallIds;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A request message that combines consecutive messages of the same role.
 *
 * @param isUsers whether this is the user's turn, not the model's
 * @param blocks the content; not empty
 */
record Turn(boolean isUsers, List<Block> blocks) {

    private static final Block NO_THOUGHT =
            new Block.Original(new JsonText("{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}"), true, "");

    Turn {
        blocks = List.copyOf(blocks);
    }

    /**
     * Returns the turns of a conversation. The two sides alternate, and the answers to a turn's calls are at the
     * beginning of the next turn.
     *
     * @param messages messages as {@link dev.escapement.model.spi.Conversation} returns them
     * @param state reads the state of earlier replies
     * @param files converts content
     * @param marksFailures whether failed answers are marked as such
     */
    static List<Turn> of(List<Message> messages, ContentState state, FileBlocks files, boolean marksFailures) {
        TurnFactory factory = new TurnFactory(state, files, marksFailures);
        return joined(messages.stream().map(message -> message.accept(factory)).toList());
    }

    /** Returns turns in which the two sides alternate. Turns without content are omitted. */
    static List<Turn> joined(List<Turn> turns) {
        List<Turn> joined = new ArrayList<>();
        for (Turn next : turns) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).isUsers == next.isUsers) {
                joined.set(last, joined.get(last).joined(next));
            } else if (!next.blocks.isEmpty()) {
                joined.add(next);
            }
        }
        return joined;
    }

    private Turn joined(Turn next) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(next.blocks);
        return new Turn(isUsers, all);
    }

    /** Returns the turn without the blocks that match. */
    Turn without(Predicate<Block> omitted) {
        return new Turn(isUsers, blocks.stream().filter(omitted.negate()).toList());
    }

    /**
     * Returns the turn with empty thinking at its beginning if it is a reply without thinking. Some compatible servers
     * reject replies without thinking.
     */
    Turn withThinking() {
        if (isUsers || blocks.stream().anyMatch(Block::isThinking)) {
            return this;
        }
        return new Turn(false, List.of(NO_THOUGHT)).joined(this);
    }

    /** Returns the turn in the form in which a request can end with it. */
    Turn last() {
        int last = blocks.size() - 1;
        List<Block> changed = new ArrayList<>(blocks);
        if (!isUsers) {
            changed.set(last, blocks.get(last).last());
        }
        return new Turn(isUsers, changed);
    }

    /** A visitor that converts each message to a separate turn. */
    private static final class TurnFactory implements Message.Visitor<Turn> {

        private static final Pattern INVALID_IN_IDS = Pattern.compile("[^a-zA-Z0-9_-]");

        private final ContentState state;
        private final FileBlocks files;
        private final boolean marksFailures;
        private final CallIds ids = new CallIds();

        TurnFactory(ContentState state, FileBlocks files, boolean marksFailures) {
            this.state = state;
            this.files = files;
            this.marksFailures = marksFailures;
        }

        @Override
        public Turn user(Message.User message) {
            return new Turn(true, files.of(message.content()));
        }

        @Override
        public Turn toolAnswer(Message.ToolAnswer answer) {
            List<Content> content = Content.filesOf(answer.content()).isEmpty()
                    ? List.of(new Content.Text(answer.text()))
                    : answer.content();
            return new Turn(
                    true,
                    List.of(new Block.ToolResult(
                            ids.accepted(answer.callId()), files.of(content), answer.failed() && marksFailures)));
        }

        @Override
        public Turn assistant(Message.Assistant reply) {
            boolean isOwn = state.isOwn(reply);
            reply.calls().forEach(call -> addId(call, isOwn));
            List<Block> kept = state.blocks(reply, ids);
            return new Turn(false, kept.isEmpty() ? blocks(reply) : kept);
        }

        /**
         * Adds a substitute for a call's id to the id table. The substitute is unique in the request and contains only
         * characters that the API accepts. It depends only on the preceding messages, so that a longer conversation has
         * the same beginning, which the provider has cached.
         *
         * @param isOwn whether the id is from this server, which accepts it in any form
         */
        private void addId(Call call, boolean isOwn) {
            String valid = isOwn ? call.id() : INVALID_IN_IDS.matcher(call.id()).replaceAll("_");
            ids.substitute(call.id(), number -> number == 1 ? valid : valid + "_" + number);
        }

        private List<Block> blocks(Message.Assistant reply) {
            List<Block> blocks = new ArrayList<>();
            if (!BlankTexts.is(reply.text())) {
                blocks.add(new Block.Text(reply.text()));
            }
            reply.calls().forEach(call -> blocks.add(Block.call(call, ids, Map.of())));
            return blocks;
        }
    }

    /**
     * Returns whether the turn has calls and does not begin with thinking. Replies of other providers' models are such
     * turns.
     */
    boolean callsWithoutThinking() {
        return blocks.stream().anyMatch(Block::isCall) && !blocks.get(0).isThinking();
    }

    /** Returns the last block that may have a cache marker, if any. */
    Optional<Block> markable() {
        return blocks.stream().filter(Block::isMarkable).reduce((before, last) -> last);
    }
}
