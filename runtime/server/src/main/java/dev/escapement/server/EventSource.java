package dev.escapement.server;

/** The source of the body of a {@link ServerResponse.Stream}. */
@FunctionalInterface
public interface EventSource {

    /**
     * Begins to write the body and returns immediately. The source writes from its own Java threads and closes the sink at
     * the end of the body.
     *
     * @param sink the destination; after a failed write, which also occurs when the sender loses access, the source closes it
     */
    void open(EventSink sink);
}
