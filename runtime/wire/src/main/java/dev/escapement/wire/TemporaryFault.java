package dev.escapement.wire;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt failed in a way that may pass. The message holds no secret. */
final class TemporaryFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    /** What came, or did not come, says so. */
    TemporaryFault(String message, int status) {
        this(message, status, null, null);
    }

    /** The provider itself says so. */
    TemporaryFault(String message, int status, Optional<Duration> retryAfter) {
        this(message, status, retryAfter.orElse(null), null);
    }

    /** The connection failed; the cause, if it is given, holds no secret either. */
    TemporaryFault(String message, int status, @Nullable Throwable cause) {
        this(message, status, null, cause);
    }

    private TemporaryFault(String message, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status; 0 if none came. */
    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
