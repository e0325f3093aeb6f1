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

    /**
     * Brings a conversation into the form of the API: the two sides take turns, the user begins, and the answers to the
     * calls of a turn come first in the next. A conversation that does not begin with the user, because its beginning was
     * left out or because the prompt says all, begins with the prompt: the API takes no other beginning, and not a word is
     * added so.
     *
     * @param messages as {@link dev.escapement.model.Conversation} gives them
     * @param prompt what the user says if the conversation begins otherwise
     * @throws IllegalArgumentException if there is nothing for the user to say
     */
    static List<Turn> of(List<Message> messages, String prompt) {
        List<Turn> turns = new ArrayList<>();
        CallIds ids = new CallIds();
        if (messages.isEmpty() || !(messages.get(0) instanceof Message.User)) {
            if (prompt.isBlank()) {
                throw new IllegalArgumentException(
                        "Anthropic needs something to reply to: the conversation does not begin"
                                + " with the user, and there is no prompt that could take that place.");
            }
            turns.add(new Turn(true, new ArrayList<>(List.of(new Block.Text(prompt)))));
        }
        for (Message message : messages) {
            List<Block> blocks = blocks(message, ids);
            boolean isUsers = !(message instanceof Message.Assistant);
            if (turns.isEmpty() || turns.get(turns.size() - 1).isUsers() != isUsers) {
                turns.add(new Turn(isUsers, new ArrayList<>()));
            }
            turns.get(turns.size() - 1).blocks().addAll(blocks);
        }
        return turns;
    }

    private static List<Block> blocks(Message message, CallIds ids) {
        if (message instanceof Message.User user) {
            return List.of(new Block.Text(user.text()));
        } else if (message instanceof Message.ToolAnswer answer) {
            return List.of(Block.result(answer, ids));
        }
        Message.Assistant reply = (Message.Assistant) message;
        ids.add(reply);
        List<Block> kept = KeptContent.blocks(reply, ids);
        if (!kept.isEmpty()) {
            return kept;
        }
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
        Block found = null;
        for (Block block : blocks) {
            found = block.isMarkable() ? block : found;
        }
        return Optional.ofNullable(found);
    }
}
