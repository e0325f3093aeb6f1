package dev.escapement.server.follow;

import java.util.Objects;

/**
 * The next part of a stream.
 *
 * @param text the text to send; empty if there is nothing to send
 * @param state the state of the stream after the text
 */
record StreamTurn(String text, State state) {
    StreamTurn {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(state, "state");
    }

    /** A state of a stream. */
    enum State {
        /** More text is available at once. */
        MORE,
        /** The stream waits for changes. */
        WAITING,
        /** The stream has ended. */
        ENDED
    }
}
