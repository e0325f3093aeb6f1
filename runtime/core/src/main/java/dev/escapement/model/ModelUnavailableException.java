package dev.escapement.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model cannot be asked right now, and asking again at once has not helped or would not: too many requests, a quota that
 * is used up, a fault of the provider, or no connection. Resume the thread later.
 */
public final class ModelUnavailableException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    /**
     * Says that a model is unavailable.
     *
     * @param model the model
     * @param message what happened, without any secret
     * @param status the HTTP status of the last attempt; 0 if there was none
     * @param retryAfter how long the provider wants to be left alone, if it said so
     * @param cause the last fault of the connection, if it was one
     */
    public ModelUnavailableException(
            ModelInfo model, String message, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(model, message, cause);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /**
     * The HTTP status of the last attempt.
     *
     * @return the status; 0 if there was none
     */
    public int status() {
        return status;
    }

    /**
     * How long the provider wants to be left alone.
     *
     * @return the time from when it said so; empty if it did not
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
