package dev.escapement.http.client;

import dev.escapement.model.spi.ReplyBuilder;
import java.util.Optional;

/**
 * A reader of one complete or streamed reply from a provider. A reader is created for each attempt and used by one Java
 * thread. A {@link MalformedReplyException} makes the reply unreadable; a {@link ProviderErrorException} is an error
 * that the provider reports in place of a reply.
 */
public interface ReplyReader {

    /**
     * Reads a reply that is not streamed.
     *
     * @param body the body of a JSON response with a status of 2xx; not an error as {@link ProviderErrors#check} defines it
     */
    void body(ProviderJson body);

    /**
     * Reads the next event of a streamed reply.
     *
     * @param event an event of a stream with a status of 2xx. Its data is JSON or {@code [DONE]}, and not an error as
     *     {@link ProviderErrors#check} defines it. An event that causes a {@link MalformedReplyException} is ignored if
     *     the reply {@linkplain #isEnded could be complete} before it, or if the connection ended within it.
     */
    void event(ServerSentEvent event);

    /**
     * Returns whether the reply could be complete now, for example after a finish reason. A stream that ends before that
     * is incomplete, and the request is retried. Afterwards the stream is read on until {@link #isOver} or until the
     * connection ends, because a finish reason may precede further content. If neither occurs, the stream is read until
     * it has been silent for 2.65 seconds; a lost connection does not affect the reply.
     *
     * @return true if the reply can be built from the events so far
     */
    boolean isEnded();

    /**
     * Returns whether an error that follows does not affect the reply. Some servers repeat a finish reason in each event
     * with content, so such a reason does not make the reply final.
     *
     * @return true if nothing but the usage and the end can follow
     */
    default boolean isFinal() {
        return isEnded();
    }

    /**
     * Returns whether the protocol's mark of the end of the stream has been read. Later events are ignored.
     *
     * @return true after the end
     */
    default boolean isOver() {
        return false;
    }

    /**
     * Returns the reply after all of it has been read.
     *
     * @return the reply without the hashes of its exchange
     */
    ReplyBuilder reply();

    /**
     * Returns whether the meaning of the word by which the provider states why the model stopped is known. The endpoint
     * logs an unknown word of a complete reply once.
     *
     * @param word the provider's word; not empty
     * @return false if the reply is complete only because its content is
     */
    default boolean isKnownReason(String word) {
        return StopReasons.of(word).isPresent();
    }

    /**
     * Returns the reply that an error contains, if any. Some providers validate the model's calls and report an invalid
     * call as an error. The reader may already have read a part of the reply.
     *
     * @param status the HTTP status; 400 or more for an error response, otherwise that of the stream or of the body that
     *     contains the error
     * @param body the body of the response, or the data of the event
     * @return the reply; empty if the response is an error
     */
    default Optional<ReplyBuilder> rejected(int status, ProviderJson body) {
        return Optional.empty();
    }
}
