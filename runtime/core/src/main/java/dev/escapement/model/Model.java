package dev.escapement.model;

/** A language model. Implementations must be safe for use by many threads. */
@FunctionalInterface
public interface Model {

    /**
     * Asks the model for its next move. May take as long as the model takes.
     *
     * @param request all that the model is shown
     * @return its reply
     * @throws RuntimeException if there is no reply; the thread keeps what it has and can be resumed
     */
    ModelReply reply(ModelRequest request);
}
