package dev.escapement.server;

import java.io.IOException;

/** The destination of the body of a {@link ServerResponse.Stream}, which a server adapter implements. */
public interface EventSink extends AutoCloseable {

    /**
     * Writes and flushes text. Called by one Java thread at a time. Can block while the client does not read; the caller
     * interrupts a write that takes too long, after which the sink must only be closed.
     *
     * @param text the text, sent as UTF-8
     * @throws IOException if the client closed the connection or the write was interrupted
     */
    void write(String text) throws IOException;

    /** Ends the response. Has no effect after the first call. Does not throw an exception and does not block. */
    @Override
    void close();
}
