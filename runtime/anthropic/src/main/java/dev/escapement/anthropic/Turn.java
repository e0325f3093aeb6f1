package dev.escapement.anthropic;

import dev.escapement.http.client.CallIds;
import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request message that combines consecutive messages of the same role.
 *
 * @param isUsers whether this is the user's turn, not the model's
 * @param blocks the content; not empty
 */
record Turn(boolean isUsers, List<Block> blocks) {
    Turn {
        blocks = List.copyOf(blocks);
    }

    /**
     * Returns the turns of a conversation. The two sides alternate, and the answers to a turn's calls are at the
     * beginning of the next turn.
     *
     * @param messages messages as {@link dev.escapement.model.spi.Conversation} returns them
     * @param state reads the state of earlier replies
     */
    static List<Turn> of(List<Message> messages, ContentState state) {
        TurnFactory factory = new TurnFactory(state);
        List<Turn> turns = new ArrayList<>();
        for (Message message : messages) {
            Turn next = message.accept(factory);
            int last = turns.size() - 1;
            if (last >= 0 && turns.get(last).isUsers == next.isUsers) {
                turns.set(last, turns.get(last).joined(next));
            } else {
                turns.add(next);
            }
        }
        return turns;
    }

    private Turn joined(Turn next) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(next.blocks);
        return new Turn(isUsers, all);
    }

    /** A visitor that converts each message to a separate turn. */
    private static final class TurnFactory implements Message.Visitor<Turn> {

        private static final Pattern INVALID_IN_IDS = Pattern.compile("[^a-zA-Z0-9_-]");

        private final ContentState state;
        private final CallIds ids = new CallIds();

        TurnFactory(ContentState state) {
            this.state = state;
        }

        @Override
        public Turn user(Message.User message) {
            return new Turn(true, List.of(new Block.Text(message.text())));
        }

        @Override
        public Turn toolAnswer(Message.ToolAnswer answer) {
            return new Turn(true, List.of(Block.result(answer, ids)));
        }

        @Override
        public Turn assistant(Message.Assistant reply) {
            reply.calls().forEach(this::addId);
            List<Block> kept = state.blocks(reply, ids);
            return new Turn(false, kept.isEmpty() ? blocks(reply) : kept);
        }

        /**
         * Adds a substitute for a call's id to the id table. The substitute is unique in the request and contains only
         * characters that the API accepts. It depends only on the preceding messages, so that a longer conversation has
         * the same beginning, which the provider has cached.
         */
        private void addId(Call call) {
            String valid = INVALID_IN_IDS.matcher(call.id()).replaceAll("_");
            ids.substitute(call.id(), number -> number == 1 ? valid : valid + "_" + number);
        }

        private List<Block> blocks(Message.Assistant reply) {
            List<Block> blocks = new ArrayList<>();
            if (!reply.text().isBlank()) {
                blocks.add(new Block.Text(reply.text()));
            }
            reply.calls().forEach(call -> blocks.add(Block.call(call, ids, Optional.empty())));
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
