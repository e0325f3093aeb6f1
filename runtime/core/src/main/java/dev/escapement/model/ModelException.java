package dev.escapement.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model gave no reply that could be used. The thread keeps what it has and can be resumed. The message names the
 * provider, the model and the remedy, and holds no secret.
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
     * Which model it was.
     *
     * @return the model
     */
    public ModelInfo model() {
        return model == null ? ModelInfo.UNKNOWN : model; // an exception that was serialized has lost it
    }
}
