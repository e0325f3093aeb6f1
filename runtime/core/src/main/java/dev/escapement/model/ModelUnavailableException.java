package dev.escapement.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a model is temporarily unavailable and immediate retries have failed or would be useless. Possible causes
 * are too many requests, an exhausted quota, a provider fault, and a failed connection. Resume the thread later.
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
     * @param retryAfter the retry delay that the provider requested, if any
     * @param cause the last connection failure, if any
     */
    public ModelUnavailableException(
            ModelInfo model, String message, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        this(model, message, status, retryAfter, ResponseInfo.NONE, cause);
    }

    /**
     * Creates an exception with the information from the headers of the response, for authors of clients.
     *
     * @param model the model
     * @param message the problem, without secrets
     * @param status the HTTP status of the last attempt; 0 if there was no response
     * @param retryAfter the retry delay that the provider requested, if any
     * @param response the id of the request and the rate limits
     * @param cause the last connection failure, if any
     */
    public ModelUnavailableException(
            ModelInfo model,
            String message,
            int status,
            @Nullable Duration retryAfter,
            ResponseInfo response,
            @Nullable Throwable cause) {
        super(model, message, response, cause);
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
     * Returns the retry delay that the provider requested, if any.
     *
     * @return the delay, counted from the response; empty if the provider did not send one
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
