package dev.escapement.engine;

import dev.escapement.thread.RequestFailed.Part;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the current code of an agent cannot render a recorded request. The message does not contain the content of
 * the thread; the cause is the exception of the agent's method, if any.
 */
public final class RequestRenderingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Part part;

    private RequestRenderingException(@Nullable Part part, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.part = part;
    }

    /** Returns the exception for a method of the agent that threw an exception or returned null. */
    static RequestRenderingException of(Part part, String agent, Throwable cause) {
        String method = part == Part.PROMPT ? "prompt" : "context";
        return new RequestRenderingException(
                part, "The " + method + " method of the agent " + agent + " failed. Fix it, see the cause.", cause);
    }

    /** Returns the exception for a thread in which the current code does not send a request at a position. */
    static RequestRenderingException notSent(String threadId, int position) {
        return new RequestRenderingException(
                null,
                "The current code of the agent does not send the request of event " + position + " of the thread "
                        + threadId + ". Use the release that recorded the event.",
                null);
    }

    /**
     * Returns the part of the request that failed.
     *
     * @return {@link Part#PROMPT} or {@link Part#CONTEXT}; empty if the current code does not send a request at this
     *     position
     */
    public Optional<Part> part() {
        return Optional.ofNullable(part);
    }
}
