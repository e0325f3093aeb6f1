package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.model.Message;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;

/**
 * The estimated number of tokens of messages: one for every four UTF-16 code units, rounded up for each message, four
 * for each message, and a {@link FileEstimate} for each file.
 */
final class TokenEstimate {

    /** The number of UTF-16 code units of a token. */
    static final int UNITS = 4;

    /** The number of tokens of a message without content. */
    static final int MESSAGE = 4;

    private static final Message.Visitor<Long> LENGTH = new Message.Visitor<>() {

        @Override
        public Long user(Message.User message) {
            return length(message.content());
        }

        /** Returns the length of the reply or of its provider state, which contains the reply, if it is longer. */
        @Override
        public Long assistant(Message.Assistant message) {
            long length = message.text().length();
            for (Call call : message.calls()) {
                length += (long) MESSAGE * UNITS
                        + call.tool().length()
                        + call.arguments().length();
            }
            Optional<ProviderState> state = message.state();
            return state.isEmpty()
                    ? length
                    : Math.max(length, state.get().json().length());
        }

        @Override
        public Long toolAnswer(Message.ToolAnswer message) {
            return length(message.content());
        }
    };

    private TokenEstimate() {}

    private static long length(List<Content> content) {
        return Content.textOf(content).length() + UNITS * FileEstimate.of(Content.filesOf(content));
    }

    /** Returns the number of tokens of messages. */
    static int of(List<Message> messages) {
        long sum = 0;
        for (Message message : messages) {
            sum += of(message);
        }
        return (int) Math.min(sum, Integer.MAX_VALUE / 2);
    }

    static int of(Message message) {
        return ofLength(message.accept(LENGTH));
    }

    /** Returns the number of tokens of a message with a given number of UTF-16 code units. */
    static int ofLength(long length) {
        return (int) Math.min(MESSAGE + (length + UNITS - 1) / UNITS, Integer.MAX_VALUE / 2);
    }
}
