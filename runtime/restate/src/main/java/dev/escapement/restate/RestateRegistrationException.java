package dev.escapement.restate;

import org.jspecify.annotations.Nullable;

/** Thrown if a service or a schedule cannot be registered with Restate. The message contains the remedy. */
public final class RestateRegistrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RestateRegistrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
