package dev.escapement.http.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The failure of an attempt after which a retry may succeed. Its message contains no secret. */
final class RetryableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The reason of a failure. */
    enum Kind {
        /** No connection before the timeout. */
        CONNECT_TIMEOUT,

        /** A failed handshake. */
        INSECURE_CONNECTION,

        /** A host that cannot be reached or refuses connections. */
        NO_CONNECTION,

        /** A proxy that opens no tunnel. */
        NO_TUNNEL,

        /** A connection that was lost before the headers of the reply. */
        LOST_REQUEST,

        /** A connection that was lost after the headers of the reply. */
        LOST_REPLY,

        /** A reply that was not complete before the timeout. */
        REPLY_TIMEOUT,

        /** A reply that fell silent for longer than the timeout. */
        IDLE_TIMEOUT,

        /** A stream that ended before its reply did. */
        INCOMPLETE_STREAM,

        /** An error that the provider reports. */
        PROVIDER_ERROR
    }

    private final Kind kind;
    private final int status;
    private final @Nullable Duration retryAfter;

    RetryableException(
            Kind kind, String message, int status, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter.orElse(null);
    }

    Kind kind() {
        return kind;
    }

    /** Returns the HTTP status; 0 if none was received. */
    int status() {
        return status;
    }

    /** Returns the delay that the provider requests. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
