package dev.escapement.engine;

import org.jspecify.annotations.Nullable;

/**
 * A step ran, and what it returned cannot be recorded: it is null, or cannot be written as JSON. Not a failure of the
 * step: what it did is done.
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
