package dev.escapement.thread;

import dev.escapement.model.Message;
import java.util.List;

/** An event in a {@link ContextWindow}, whose answers to calls can be cut. Not safe for concurrent use. */
final class WindowEntry {

    /** The number of characters of a shortened answer. */
    static final int SHORT = 200;

    /** The maximum number of characters of the notice that an answer was shortened, with a line feed. */
    private static final int REMARK = 80;

    private final RenderedEvent event;
    private boolean isFixed;
    private int maxLength = Integer.MAX_VALUE - REMARK;
    private long tokens;

    WindowEntry(RenderedEvent event, boolean isFixed) {
        this.event = event;
        this.isFixed = isFixed;
        this.tokens = event.tokens();
    }

    /** Returns whether the event is never shortened or omitted. */
    boolean isFixed() {
        return isFixed;
    }

    /** Excludes the event from shortening and omission. */
    void fix() {
        isFixed = true;
    }

    /** Permits the omission of the event. */
    void release() {
        isFixed = false;
    }

    /** Returns the estimated number of tokens, at least that of {@link #messages}. */
    long tokens() {
        return tokens;
    }

    /** Returns the number of messages. */
    int size() {
        return event.messages().size();
    }

    /**
     * Cuts the answers to a maximum length, which must not increase.
     *
     * @return the number of tokens by which the event became shorter
     */
    long shorten(int length) {
        long before = tokens;
        maxLength = Math.min(maxLength, length);
        tokens = tokensWith(maxLength);
        return before - tokens;
    }

    /**
     * Cuts the answers to the greatest equal length with which the event has at most a number of tokens, or to
     * {@link #SHORT} if it is greater.
     *
     * @return the number of tokens by which the event became shorter
     */
    long shortenTo(long maxTokens) {
        int low = SHORT;
        int high = Math.max(low, longestAnswer());
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (tokensWith(middle) <= maxTokens) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return shorten(low);
    }

    private int longestAnswer() {
        int longest = 0;
        for (Message message : event.messages()) {
            if (message instanceof Message.ToolAnswer answer) {
                longest = Math.max(longest, answer.text().length());
            }
        }
        return longest;
    }

    private long tokensWith(int length) {
        long sum = event.tokens();
        for (Message message : event.messages()) {
            if (isCut(message, length)) {
                sum += TokenEstimate.ofLength(length + REMARK) - TokenEstimate.of(message);
            }
        }
        return sum;
    }

    private static boolean isCut(Message message, int length) {
        return message instanceof Message.ToolAnswer answer && answer.text().length() > length + REMARK;
    }

    /** Returns the messages of the event. */
    List<Message> messages(Transcript transcript) {
        if (event.source().isPresent()) {
            return List.of(transcript.context(event.source().get()));
        }
        return event.messages().stream().map(this::shown).toList();
    }

    private Message shown(Message message) {
        return isCut(message, maxLength) && message instanceof Message.ToolAnswer answer
                ? new Message.ToolAnswer(
                        answer.callId(), BoundedText.shortened(answer.text(), maxLength), answer.failed())
                : message;
    }
}
