package dev.escapement.run;

import java.util.concurrent.TimeoutException;

/** Thrown within this package if a step exceeded its timeout, so that its outcome must not be recorded. */
final class StepTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepTimeoutException(String message) {
        super(message, new TimeoutException(message));
    }
}
