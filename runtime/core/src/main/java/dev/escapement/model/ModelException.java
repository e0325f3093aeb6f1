package dev.escapement.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a model does not return a usable reply. The thread keeps all recorded events and can be resumed. The
 * message contains the provider, the model and the remedy, and does not contain secrets.
 */
public abstract sealed class ModelException extends RuntimeException
        permits ModelUnavailableException, RequestRejectedException, UnreadableReplyException {

    private static final long serialVersionUID = 1L;

    private final transient ModelInfo model;
    private final transient ResponseInfo response;

    ModelException(ModelInfo model, String message, ResponseInfo response, @Nullable Throwable cause) {
        super(message, cause);
        this.model = Objects.requireNonNull(model, "model");
        this.response = Objects.requireNonNull(response, "response");
    }

    /**
     * Returns the description of the model that failed.
     *
     * @return the model; {@link ModelInfo#UNKNOWN} after deserialization
     */
    public ModelInfo model() {
        return model == null ? ModelInfo.UNKNOWN : model; // deserialization does not restore the transient field
    }

    /**
     * Returns the id of the HTTP request and the rate limits, if there was a response.
     *
     * @return the information; {@link ResponseInfo#NONE} if it is unknown, and after deserialization
     */
    public ResponseInfo response() {
        return response == null ? ResponseInfo.NONE : response; // deserialization does not restore the transient field
    }
}
