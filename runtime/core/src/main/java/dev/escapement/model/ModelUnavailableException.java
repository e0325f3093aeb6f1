package dev.escapement.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a model is temporarily unavailable and immediate retries have failed or would be useless: too many
 * requests, an exhausted quota, a fault of the provider, or a failed connection. Resume the thread later.
 */
public final class ModelUnavailableException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    /**
     * Creates an exception.
     *
     * @param model the model
     * @param message the problem, without secrets
     * @param status the HTTP status of the last attempt; 0 if there was no response
     * @param retryAfter the waiting time that the provider requested, if it did
     * @param cause the last connection failure, if there was one
     */
    public ModelUnavailableException(
            ModelInfo model, String message, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(model, message, cause);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /**
     * Returns the HTTP status of the last attempt.
     *
     * @return the status; 0 if there was no response
     */
    public int status() {
        return status;
    }

    /**
     * Returns the waiting time that the provider requested.
     *
     * @return the time, counted from the response; empty if the provider did not send one
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
