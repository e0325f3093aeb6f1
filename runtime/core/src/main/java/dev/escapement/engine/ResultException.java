package dev.escapement.engine;

import dev.escapement.Delegate;
import org.jspecify.annotations.Nullable;

/**
 * An exception thrown when a step has run but its result is null, cannot be encoded as JSON or cannot be used. This is not a failure of
 * the step: its effect has taken place.
 */
public final class ResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ResultException(String message, @Nullable RuntimeException cause) {
        super(message, cause);
    }

    static ResultException ofValue(RuntimeException cause) {
        return new ResultException(
                "The method ran, but what it returned cannot be written as JSON: " + cause.getMessage(), cause);
    }

    static ResultException ofFallback(RuntimeException cause) {
        return new ResultException(
                "The method ran, but the fallback of its pause is not a valid reply: " + cause.getMessage(), cause);
    }

    static ResultException ofFallbackWithFiles() {
        return new ResultException(
                "The method ran, but the fallback of its pause contains a file. Return a fallback without files.",
                null);
    }

    static ResultException ofMissingFallback() {
        return new ResultException(
                "The method ran, but its pause has a time limit and no fallback, although another step selected the call."
                        + " Return Pause.asking(question).within(limit, fallback).",
                null);
    }

    static ResultException ofDelegate(String agent, Delegate<?> delegate) {
        return new ResultException(
                "The method ran, but it returned " + delegate + ", which does not start a thread of the agent " + agent
                        + ". Return a value that the generated loop of this agent created.",
                null);
    }

    static ResultException ofBlankDelegate(String agent) {
        return new ResultException(
                "The method ran, but it delegates a blank text without files to the agent " + agent
                        + ". Pass a text that describes the task.",
                null);
    }

    static ResultException ofNull() {
        return new ResultException("The method ran, but it returned null", null);
    }
}
