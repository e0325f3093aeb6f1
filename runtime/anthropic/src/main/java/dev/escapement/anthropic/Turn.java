package dev.escapement.anthropic;

import dev.escapement.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that one side says before the other does: one message of a request.
 *
 * @param isUsers whether it is the user's turn, and not the model's
 * @param blocks the content; not empty
 */
record Turn(boolean isUsers, List<Block> blocks) {
    Turn {
        blocks = List.copyOf(blocks);
    }

    /**
     * Brings a conversation into the form of the API: the two sides take turns, and the answers to the calls of a turn come
     * first in the next.
     *
     * @param messages as {@link dev.escapement.model.spi.Conversation} gives them
     * @param kept understands what was kept of earlier replies
     */
    static List<Turn> of(List<Message> messages, KeptContent kept) {
        List<Turn> turns = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        CallIds ids = new CallIds();
        for (int i = 0; i < messages.size(); i++) {
            blocks.addAll(blocks(messages.get(i), kept, ids));
            boolean isUsers = isUsers(messages.get(i));
            if (i == messages.size() - 1 || isUsers(messages.get(i + 1)) != isUsers) {
                turns.add(new Turn(isUsers, blocks));
                blocks.clear();
            }
        }
        return turns;
    }

    private static boolean isUsers(Message message) {
        return !(message instanceof Message.Assistant);
    }

    private static List<Block> blocks(Message message, KeptContent kept, CallIds ids) {
        if (message instanceof Message.User user) {
            return List.of(new Block.Text(user.text()));
        } else if (message instanceof Message.ToolAnswer answer) {
            return List.of(Block.result(answer, ids));
        }
        Message.Assistant reply = (Message.Assistant) message;
        ids.add(reply);
        List<Block> blocks = kept.blocks(reply, ids);
        return blocks.isEmpty() ? writtenAnew(reply, ids) : blocks;
    }

    private static List<Block> writtenAnew(Message.Assistant reply, CallIds ids) {
        List<Block> blocks = new ArrayList<>();
        if (!reply.text().isBlank()) {
            blocks.add(new Block.Text(reply.text()));
        }
        reply.calls().forEach(call -> blocks.add(Block.call(call, ids, Optional.empty())));
        return blocks;
    }

    /** Whether it makes calls without having thought, as the replies of other models do. */
    boolean callsWithoutThinking() {
        return blocks.stream().anyMatch(Block.Called.class::isInstance)
                && !(blocks.get(0) instanceof Block.Kept kept && kept.isThought());
    }

    /** The last block that may have a marker. */
    Optional<Block> markable() {
        return blocks.stream().filter(Block::isMarkable).reduce((before, last) -> last);
    }
}
