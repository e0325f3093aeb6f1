package dev.escapement.model;

import java.util.Set;
import java.util.function.Consumer;

/**
 * A language model. Implementations must be safe for concurrent use.
 *
 * <pre>{@code
 * Model model = request -> ModelReply.text("You sent " + request.messages().size() + " messages.");
 * ModelReply reply = model.reply(new ModelRequest("Be brief.", List.of(new Message.User("Hello")), List.of()));
 * }</pre>
 *
 * <p>Clients of providers, {@link FallbackModel}, {@link RateLimitedModel} and {@link ScriptedModel} implement this
 * interface.
 */
@FunctionalInterface
public interface Model {

    /**
     * Returns the model's reply to a request. Blocks until the reply is complete.
     *
     * @param request the prompt, the conversation and the tools
     * @return the reply
     * @throws RuntimeException if the model does not reply: a {@link ModelException} if the provider is unavailable,
     *     rejects the request or sends an unreadable reply. The thread keeps all recorded events and can be resumed
     */
    ModelReply reply(ModelRequest request);

    /**
     * Returns the model's reply to a request, and passes increments of the reply to a consumer as they arrive. The
     * default implementation does not produce deltas.
     *
     * @param request the prompt, the conversation and the tools
     * @param deltas the consumer of the increments, called on the caller's Java thread
     * @return the same reply that {@link #reply(ModelRequest)} returns
     * @throws RuntimeException under the conditions of {@link #reply(ModelRequest)}; the deltas received so far are
     *     void then
     */
    default ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        return reply(request);
    }

    /**
     * Returns the hashes of the bodies with which this model would send a request, for comparison with {@link
     * ReplyProvenance#requestSha256()}. Sends nothing.
     *
     * @param request the request
     * @return the SHA-256 of each possible body, such as that of a streamed request, as 64 lower-case hexadecimal digits;
     *     empty by default, if the model cannot compute it
     */
    default Set<String> requestSha256(ModelRequest request) {
        return Set.of();
    }

    /**
     * Returns the provider, name and address of the model.
     *
     * @return the description; {@link ModelInfo#UNKNOWN} by default
     */
    default ModelInfo info() {
        return ModelInfo.UNKNOWN;
    }
}
