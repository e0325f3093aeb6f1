package dev.escapement.model;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a provider rejects a request because of the API key, the model name, a setting, or the content of the
 * conversation. The same request will be rejected again; correct the cause in the message first.
 */
public final class RequestRejectedException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * Creates an exception.
     *
     * @param model the model
     * @param message the provider's message, without secrets
     * @param status the HTTP status, 400 or more; 200 if the provider reported the error in place of a reply
     * @param code the provider's error code, for example {@code invalid_api_key}; empty if the provider did not send
     *     one
     */
    public RequestRejectedException(ModelInfo model, String message, int status, String code) {
        this(model, message, status, code, null);
    }

    /**
     * Creates an exception with a cause, for clients that receive the rejection as an exception.
     *
     * @param model the model
     * @param message the provider's message, without secrets
     * @param status the HTTP status, 400 or more; 200 if the provider reported the error in place of a reply
     * @param code the provider's error code; empty if the provider did not send one
     * @param cause the exception that reported the rejection, if any
     */
    public RequestRejectedException(
            ModelInfo model, String message, int status, String code, @Nullable Throwable cause) {
        this(model, message, status, code, ResponseInfo.NONE, cause);
    }

    /**
     * Creates an exception with the information from the headers of the response, for authors of clients.
     *
     * @param model the model
     * @param message the provider's message, without secrets
     * @param status the HTTP status, 400 or more; 200 if the provider reported the error in place of a reply
     * @param code the provider's error code; empty if the provider did not send one
     * @param response the id of the request and the rate limits
     * @param cause the exception that reported the rejection, if any
     */
    public RequestRejectedException(
            ModelInfo model,
            String message,
            int status,
            String code,
            ResponseInfo response,
            @Nullable Throwable cause) {
        super(model, message, response, cause);
        this.status = status;
        this.code = code;
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return the status, 400 or more; 200 if the provider reported the error in place of a reply
     */
    public int status() {
        return status;
    }

    /**
     * Returns the provider's error code.
     *
     * @return the code; empty if the provider did not send one
     */
    public String code() {
        return code;
    }
}
