package dev.escapement.fake;

import java.io.IOException;

/** The behavior of a provider for one valid request. {@link Plays} creates all of them. */
@FunctionalInterface
public interface Play {

    /**
     * Responds to the request.
     *
     * @param stage the request and the connection of its client
     * @throws IOException to close the connection
     */
    void perform(Stage stage) throws IOException;

    /** Ends a wait, because the server is closed. */
    default void close() {}
}
