package dev.escapement.wire;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt failed in a way that may pass. The message holds no secret. */
final class TemporaryFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    /** The provider itself says so. */
    TemporaryFault(String message, int status, Optional<Duration> retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** The connection failed; the cause must not hold a secret either. */
    TemporaryFault(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.retryAfter = null;
    }

    /** The HTTP status; 0 if none came. */
    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
