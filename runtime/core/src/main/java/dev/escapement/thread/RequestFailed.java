package dev.escapement.thread;

import dev.escapement.model.ResponseInfo;
import java.time.Instant;

/**
 * The failure of a request that would fail again in the same way. The model did not receive the request, or its
 * provider rejected it permanently.
 *
 * @param part the part that failed
 * @param message the description for people; for a prompt or context method, a reference to the log
 * @param response the id and the rate limits of the provider's response, if any
 */
public record RequestFailed(Instant at, Part part, String message, ResponseInfo response) implements Event {
    /** A part of a request. */
    public enum Part {
        /** The agent's {@link dev.escapement.Prompt} method threw an exception or returned null. */
        PROMPT,
        /** The agent's {@link dev.escapement.Context} method threw an exception or returned null. */
        CONTEXT,
        /** The provider rejected the request, or the model returned null or threw an unexpected exception. */
        PROVIDER,
        /** The content store did not return a file of the conversation, or the model does not accept its type. */
        CONTENT
    }
}
