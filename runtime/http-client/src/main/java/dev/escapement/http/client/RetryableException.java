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

        /** A response without a body. */
        EMPTY_BODY,

        /** A JSON body that ended early. */
        INCOMPLETE_BODY,

        /** A temporary error reported by the provider. */
        PROVIDER_ERROR
    }

    private final Kind kind;
    private final int status;
    private final @Nullable Duration retryAfter;
    private final transient ResponseInfo response;
    private final transient @Nullable ErrorBody error;

    RetryableException(
            Kind kind, String message, int status, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        this(kind, message, status, retryAfter, cause, ResponseInfo.NONE, null);
    }

    private RetryableException(
            Kind kind,
            String message,
            int status,
            Optional<Duration> retryAfter,
            @Nullable Throwable cause,
            ResponseInfo response,
            @Nullable ErrorBody error) {
        super(message, cause);
        this.response = response;
        this.error = error;
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** Returns the same exception with the information in the headers of the response. */
    RetryableException with(ResponseInfo info) {
        return with(info, error);
    }

    /**
     * Returns the same exception with the information in the headers of the response and the provider's error.
     *
     * @param reported the error, whose text may contain secrets
     */
    RetryableException with(ResponseInfo info, @Nullable ErrorBody reported) {
        return new RetryableException(
                kind, String.valueOf(getMessage()), status, retryAfter(), getCause(), info, reported);
    }

    /** Returns the provider's error, if it reported one. Its text may contain secrets. */
    Optional<ErrorBody> error() {
        return Optional.ofNullable(error);
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
