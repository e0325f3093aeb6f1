package dev.escapement.restate;

import org.jspecify.annotations.Nullable;

/** Thrown if an attempt of an invocation cannot continue. Restate then begins another one. */
final class AttemptEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AttemptEndedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
