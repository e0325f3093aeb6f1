package dev.escapement.thread;

import dev.escapement.model.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A rendering of a thread whose length is limited. It is created by {@link Rendering#within} and has the form that
 * {@link Rendering} documents. Immutable and safe for concurrent use.
 *
 * <pre>{@code
 * @Context
 * List<Message> conversation(AgentThread thread, boolean lastRequest) {
 *     return Rendering.within(20_000).messages(thread, lastRequest);
 * }
 * }</pre>
 *
 * <p>The length is an estimate: one token for every four UTF-16 code units, and four tokens for each message and each
 * call. An image counts as 1,600 tokens, a text file as one token for every 4 bytes, any other file as one token for
 * every 32 bytes, and each file as at least 100. Texts in scripts with shorter tokens require a lower limit. The prompt
 * and the schemas of tools are not included.
 *
 * <p>When an event makes the messages exceed the limit, they are reduced in this order:
 *
 * <ol>
 *   <li>The answers to calls, oldest first, are cut to their first 200 characters and lose their files, until half of
 *       the available tokens remains. Available are the tokens that the input, context and compaction do not require.
 *   <li>If more than three quarters remain, the oldest messages are omitted until half remains. A reply is omitted
 *       together with the answers to its calls.
 *   <li>If the limit is still exceeded, the answers of the newest reply are cut to equal lengths. If 200 characters are
 *       still too long, they lose their files.
 * </ol>
 *
 * <p>The input, the newest context of each source, the newest reply and later messages are never omitted, so that these
 * alone can exceed the limit. A notice after the input contains the number of omitted messages and the names of their
 * files; an answer that lost its files contains their names. At most three names are shown. A reduction is a
 * function of the events and is never reverted. The next one occurs after about a quarter of the available tokens has
 * been used. Between two of them, each rendering begins with the previous one, apart from context that was fetched
 * again, so that the caches of providers remain usable.
 */
public final class BoundedRendering {

    private static final int MIN_TOKENS = 100;

    private final int tokens;
    private final Optional<String> compactor;

    BoundedRendering(int tokens, Optional<String> compactor) {
        if (tokens < MIN_TOKENS) {
            throw new IllegalArgumentException("tokens must be " + MIN_TOKENS + " or more, not " + tokens);
        }
        this.tokens = tokens;
        this.compactor = compactor;
    }

    /**
     * Returns a rendering in which the newest successful result of a tool replaces all messages before the reply that
     * called the tool, except for the input and the context. That reply is neither shortened nor omitted. The result
     * can also come from a call that a step selected.
     *
     * @param tool the name of a tool whose step returns a summary of the thread
     * @return a new rendering with the same limit
     */
    public BoundedRendering compactedBy(String tool) {
        return new BoundedRendering(tokens, Optional.of(Objects.requireNonNull(tool, "tool")));
    }

    /**
     * Returns a thread as the messages of a conversation.
     *
     * @param thread the thread
     * @param lastRequest whether this is the last request of the budget, which offers only finishing tools
     * @return an immutable list of the messages, oldest first
     */
    public List<Message> messages(AgentThread thread, boolean lastRequest) {
        List<Event> events = thread.events();
        Transcript transcript = thread.transcript().to(events.size(), events);
        ContextWindow window = new ContextWindow(tokens, compactor);
        transcript.history().forEach(window::add);
        return window.messages(transcript, lastRequest);
    }
}
