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
     * @param body the body of a JSON response with a status of 2xx
     */
    void body(ProviderJson body);

    /**
     * Reads the next event of a streamed reply.
     *
     * @param event an event of an event stream with a status of 2xx; the last one may be incomplete, and is then ignored if
     *     it causes a {@link MalformedReplyException}
     */
    void event(ServerSentEvent event);

    /**
     * Returns whether all required parts of the reply have been read. A stream that ends before that is incomplete, and
     * the request is retried. Afterwards the stream is read for at most two more seconds unless {@link #expectsMore},
     * and a connection that falls silent or is lost does not affect the reply.
     *
     * @return true if the reply is complete
     */
    boolean isEnded();

    /**
     * Returns whether the provider has marked the end of the stream. Later events are ignored.
     *
     * @return true after the end
     */
    default boolean isOver() {
        return false;
    }

    /**
     * Returns whether optional events, for example the usage, may still follow a complete reply. If they may, the idle
     * timeout applies.
     *
     * @return true if the stream is read as before; a lost connection still does not affect the reply
     */
    default boolean expectsMore() {
        return false;
    }

    /**
     * Returns the reply after all of it has been read.
     *
     * @return the reply without the hashes of its exchange
     */
    ReplyBuilder reply();

    /**
     * Returns the reply that an error response contains, if any. Some providers validate the model's calls and report
     * an invalid call as an error.
     *
     * @param status the HTTP status, 400 or more
     * @param body the body of the response
     * @return the reply; empty if the response is an error
     */
    default Optional<ReplyBuilder> rejected(int status, ProviderJson body) {
        return Optional.empty();
    }
}
