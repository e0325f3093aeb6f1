package dev.escapement.model;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a response does not follow the provider's protocol. Examples are an HTML page, JSON with a different
 * structure, and a response that is too large. Usually the address is wrong, or a proxy answered instead of the
 * provider.
 */
public final class UnreadableReplyException extends ModelException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param model the model
     * @param message the position in the response, the expected content and the actual content
     * @param cause the exception that caused the failure, if any
     */
    public UnreadableReplyException(ModelInfo model, String message, @Nullable Throwable cause) {
        this(model, message, ResponseInfo.NONE, cause);
    }

    /**
     * Creates an exception with the information from the headers of the response, for authors of clients.
     *
     * @param model the model
     * @param message the position in the response, the expected content and the actual content
     * @param response the id of the request and the rate limits
     * @param cause the exception that caused the failure, if any
     */
    public UnreadableReplyException(ModelInfo model, String message, ResponseInfo response, @Nullable Throwable cause) {
        super(model, message, response, cause);
    }
}
