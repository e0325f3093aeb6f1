package dev.escapement.server.adapter;

import java.io.IOException;

/** Thrown if the body of a request arrives too slowly. */
final class SlowBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    SlowBodyException() {
        super("The request body arrived too slowly.");
    }
}
