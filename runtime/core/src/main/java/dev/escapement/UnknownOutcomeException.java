package dev.escapement;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a {@link Step} method that cannot determine whether its operation took effect, for example because a
 * connection was lost before the response arrived. The outcome is recorded as unknown even if the method declares the
 * exception, and the thread recovers as the step's {@link Effect} specifies.
 *
 * <pre>{@code
 * if (response.statusCode() == 504) {
 *     throw new UnknownOutcomeException("the payment service did not answer in time", null);
 * }
 * }</pre>
 */
public class UnknownOutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message a description for the log; the model does not receive it
     * @param cause the exception that prevented the outcome from being known, if any
     */
    public UnknownOutcomeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
