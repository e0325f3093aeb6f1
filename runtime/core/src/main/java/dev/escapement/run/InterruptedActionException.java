package dev.escapement.run;

import org.jspecify.annotations.Nullable;

/** Thrown within this package if an action of an execution was interrupted, so that its result must not be recorded. */
final class InterruptedActionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InterruptedActionException(@Nullable Throwable cause) {
        super(cause);
    }
}
