package dev.escapement.fake;

import java.io.IOException;

/** What a provider does with one request that it has nothing to complain about. {@link Plays} has all there are. */
@FunctionalInterface
public interface Play {

    /**
     * Answers.
     *
     * @param stage the request, and the connection to whoever asked
     * @throws IOException to break the connection off
     */
    void perform(Stage stage) throws IOException;

    /** Ends what still waits, because the server is closed. */
    default void close() {}
}
