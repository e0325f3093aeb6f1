package dev.escapement.engine;

import org.jspecify.annotations.Nullable;

/**
 * An exception thrown when a step has run but its result is null or cannot be encoded as JSON. This is not a failure of
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

    static ResultException ofNull() {
        return new ResultException("The method ran, but it returned null", null);
    }
}
