package dev.escapement.model;

import org.jspecify.annotations.Nullable;

/**
 * What answered does not speak the protocol that was expected: a page in HTML, JSON of another shape, far too much. As a
 * rule the address is wrong, or something stands between that is no model.
 */
public final class UnreadableReplyException extends ModelException {

    private static final long serialVersionUID = 1L;

    /**
     * Says that a reply could not be read.
     *
     * @param model the model
     * @param message where in the reply, what was expected and what was found
     * @param cause the fault, if there was an exception
     */
    public UnreadableReplyException(ModelInfo model, String message, @Nullable Throwable cause) {
        super(model, message, cause);
    }
}
