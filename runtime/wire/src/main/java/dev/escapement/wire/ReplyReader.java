package dev.escapement.wire;

import dev.escapement.model.spi.ReplyBuilder;
import java.util.Optional;

/**
 * Understands one reply of one provider, whole or as it arrives. One for each attempt; used by one thread of execution.
 * Whatever throws {@link MalformedJsonException} makes the reply unreadable, whatever throws {@link ProviderFault} is what
 * the provider itself reports in place of a reply.
 */
public interface ReplyReader {

    /**
     * The reply as a whole.
     *
     * @param body the body of a response of status 2xx that is JSON
     */
    void body(Json body);

    /**
     * The next piece of a reply that is streamed.
     *
     * @param event one event of a response of status 2xx that is an event stream; the last one may be cut in two, and is
     *     left out if it throws {@link MalformedJsonException}
     */
    void event(ServerSentEvent event);

    /**
     * Whether all that must be there has come. A stream that ends before that was cut off on its way, and is asked for
     * again. Once it is so, the stream is read for two seconds more at most unless {@link #expectsMore}, and a connection that falls silent or is lost
     * takes nothing away from the reply.
     *
     * @return whether nothing is missing
     */
    boolean isEnded();

    /**
     * Whether nothing counts that may still come: the provider has said that this was the end.
     *
     * @return whether reading on is of no use
     */
    default boolean isOver() {
        return false;
    }

    /**
     * Whether something is to come that a reply which has ended can do without, but that is worth the usual wait: what it
     * cost, for example.
     *
     * @return whether the stream is read on as if nothing had ended; a lost connection still takes nothing away
     */
    default boolean expectsMore() {
        return false;
    }

    /**
     * The reply, once it has arrived.
     *
     * @return all but the hashes of its exchange
     */
    ReplyBuilder reply();

    /**
     * A reply that a provider reports as an error, because it checks the calls of its model itself.
     *
     * @param status the HTTP status, 400 or more
     * @param body the body of the response
     * @return the reply; empty if it really is an error
     */
    default Optional<ReplyBuilder> rejected(int status, Json body) {
        return Optional.empty();
    }
}
