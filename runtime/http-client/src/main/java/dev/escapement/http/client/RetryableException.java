package dev.escapement.http.client;

import dev.escapement.model.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown if an attempt fails and a retry may succeed. Its message does not contain secrets. */
final class RetryableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The reason for a failure. */
    enum Kind {
        /** A timeout before the connection was established. */
        CONNECT_TIMEOUT,

        /** A failed TLS handshake. */
        INSECURE_CONNECTION,

        /** An unreachable host or a refused connection. */
        NO_CONNECTION,

        /** A proxy that refused to open a tunnel. */
        NO_TUNNEL,

        /** A loss of the connection before the headers of the reply arrived. */
        LOST_REQUEST,

        /** A loss of the connection after the headers of the reply arrived. */
        LOST_REPLY,

        /** A timeout before the reply was complete. */
        REPLY_TIMEOUT,

        /** A timeout between two chunks of the reply. */
        IDLE_TIMEOUT,

        /** A stream that ended before the reply was complete. */
        INCOMPLETE_STREAM,

        /** A temporary error reported by the provider. */
        PROVIDER_ERROR
    }

    private final Kind kind;
    private final int status;
    private final @Nullable Duration retryAfter;
    private final transient ResponseInfo response;

    RetryableException(
            Kind kind, String message, int status, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        this(kind, message, status, retryAfter, cause, ResponseInfo.NONE);
    }

    private RetryableException(
            Kind kind,
            String message,
            int status,
            Optional<Duration> retryAfter,
            @Nullable Throwable cause,
            ResponseInfo response) {
        super(message, cause);
        this.response = response;
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** Returns the same exception with the information in the headers of the response. */
    RetryableException with(ResponseInfo info) {
        return new RetryableException(kind, String.valueOf(getMessage()), status, retryAfter(), getCause(), info);
    }

    /** Returns the information in the headers of the response. */
    ResponseInfo response() {
        return response;
    }

    Kind kind() {
        return kind;
    }

    /** Returns the HTTP status, or 0 if none was received. */
    int status() {
        return status;
    }

    /** Returns the delay that the provider requests, if any. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
