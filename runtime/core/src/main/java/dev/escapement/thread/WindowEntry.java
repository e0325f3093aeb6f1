package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.model.Message;
import java.util.List;

/**
 * An event in a {@link ContextWindow}, whose answers to calls can be cut. Answers that are cut to {@link #SHORT} lose
 * their files. Not safe for concurrent use.
 */
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

    /** Returns the files of the messages, in order. */
    List<Content.File> files() {
        return event.messages().stream()
                .flatMap(message -> Content.filesOf(content(message)).stream())
                .toList();
    }

    private static List<Content> content(Message message) {
        if (message instanceof Message.ToolAnswer answer) {
            return answer.content();
        }
        return message instanceof Message.User user ? user.content() : List.of();
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
            if (message instanceof Message.ToolAnswer answer && (isCut(answer, length) || losesFiles(answer, length))) {
                sum += tokensOf(answer, length) - TokenEstimate.of(message);
            }
        }
        return sum;
    }

    private static long tokensOf(Message.ToolAnswer answer, int length) {
        long text = Math.min(answer.text().length(), (long) length + REMARK);
        List<Content.File> files = Content.filesOf(answer.content());
        return losesFiles(answer, length)
                ? TokenEstimate.ofLength(text + 1 + OmittedFiles.notice(files).length())
                : TokenEstimate.ofLength(text) + FileEstimate.of(files);
    }

    private static boolean isCut(Message.ToolAnswer answer, int length) {
        return answer.text().length() > length + REMARK;
    }

    private static boolean losesFiles(Message.ToolAnswer answer, int length) {
        return length <= SHORT && !Content.filesOf(answer.content()).isEmpty();
    }

    /** Returns the messages of the event. */
    List<Message> messages(Transcript transcript) {
        if (event.source().isPresent()) {
            return List.of(transcript.context(event.source().get()));
        }
        return event.messages().stream().map(this::shown).toList();
    }

    private Message shown(Message message) {
        return message instanceof Message.ToolAnswer answer ? shown(answer, maxLength) : message;
    }

    private static Message shown(Message.ToolAnswer answer, int length) {
        boolean isCut = isCut(answer, length);
        boolean losesFiles = losesFiles(answer, length);
        if (!isCut && !losesFiles) {
            return answer;
        }
        String text = isCut ? BoundedText.shortened(answer.text(), length) : answer.text();
        List<Content.File> files = Content.filesOf(answer.content());
        return new Message.ToolAnswer(
                answer.callId(),
                losesFiles
                        ? List.of(new Content.Text(text + "\n" + OmittedFiles.notice(files)))
                        : RenderedEvent.content(text, files),
                answer.failed());
    }
}
