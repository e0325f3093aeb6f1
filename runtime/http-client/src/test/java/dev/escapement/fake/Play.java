package dev.escapement.fake;

import java.io.IOException;

/** The behavior of a provider for one valid request. {@link Plays} creates all of them. */
@FunctionalInterface
public interface Play {

    /**
     * Answers.
     *
     * @param stage the request and the connection of its client
     * @throws IOException to break the connection off
     */
    void perform(Stage stage) throws IOException;

    /** Ends what still waits, because the server is closed. */
    default void close() {}
}
