package dev.escapement.model;

import java.util.function.Consumer;

/** A language model. Implementations must be safe for use by many threads. */
@FunctionalInterface
public interface Model {

    /**
     * Asks the model for its next move. May take as long as the model takes.
     *
     * @param request all that the model is shown
     * @return its reply
     * @throws RuntimeException if there is no reply, a {@link ModelException} for what happens in the best of networks;
     *     the thread keeps what it has and can be resumed
     */
    ModelReply reply(ModelRequest request);

    /**
     * Asks the model for its next move and shows the reply while it arrives. A model that cannot do that shows nothing.
     *
     * @param request all that the model is shown
     * @param deltas is given each piece, on the caller's thread of execution
     * @return the same reply that {@link #reply(ModelRequest)} would have given
     * @throws RuntimeException as {@link #reply(ModelRequest)}; the deltas so far are void then
     */
    default ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        return reply(request);
    }

    /**
     * What the model is called and where it is asked.
     *
     * @return {@link ModelInfo#UNKNOWN} unless the model knows better
     */
    default ModelInfo info() {
        return ModelInfo.UNKNOWN;
    }
}
