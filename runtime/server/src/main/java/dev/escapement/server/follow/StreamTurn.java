package dev.escapement.server.follow;

import java.util.Objects;

/**
 * The next part of a stream.
 *
 * @param text the text to send; empty if there is nothing to send
 * @param kind the state of the stream after the text
 */
record StreamTurn(String text, Kind kind) {
    StreamTurn {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
    }

    /** A kind of turn, by the state of the stream after it. */
    enum Kind {
        /** More text is available at once. */
        MORE,
        /** More text is available, which is only loaded with the backlog. */
        BACKLOG,
        /** The stream waits for changes. */
        WAITING,
        /** The stream has ended. */
        ENDED
    }
}
