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

    ModelException(ModelInfo model, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.model = Objects.requireNonNull(model, "model");
    }

    /**
     * Returns the description of the model that failed.
     *
     * @return the model; {@link ModelInfo#UNKNOWN} after deserialization
     */
    public ModelInfo model() {
        return model == null ? ModelInfo.UNKNOWN : model; // deserialization does not restore the transient field
    }
}
