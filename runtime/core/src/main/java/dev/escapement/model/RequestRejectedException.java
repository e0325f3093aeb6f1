package dev.escapement.model;

import org.jspecify.annotations.Nullable;

/**
 * A provider does not accept a request: the key, the name of the model, a setting, or something in the conversation. Asking
 * again changes nothing; what the message names has to be mended first.
 */
public final class RequestRejectedException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * Says that a request was rejected.
     *
     * @param model the model
     * @param message what the provider says, without any secret
     * @param status the HTTP status, 400 or more; 200 if the provider said it in place of a reply
     * @param code the provider's name for the fault, {@code invalid_api_key} for example; empty if it gives none
     */
    public RequestRejectedException(ModelInfo model, String message, int status, String code) {
        this(model, message, status, code, null);
    }

    /**
     * Says that a request was rejected, for clients that have it from an exception.
     *
     * @param model the model
     * @param message what the provider says, without any secret
     * @param status the HTTP status, as above
     * @param code the provider's name for the fault; empty if it gives none
     * @param cause the exception, if there was one
     */
    public RequestRejectedException(
            ModelInfo model, String message, int status, String code, @Nullable Throwable cause) {
        super(model, message, cause);
        this.status = status;
        this.code = code;
    }

    /**
     * The HTTP status.
     *
     * @return the status, 400 or more; 200 if the provider said it in place of a reply
     */
    public int status() {
        return status;
    }

    /**
     * The provider's name for the fault.
     *
     * @return the name; empty if it gives none
     */
    public String code() {
        return code;
    }
}
