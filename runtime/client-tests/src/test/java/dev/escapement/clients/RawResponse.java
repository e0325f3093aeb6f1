package dev.escapement.clients;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A response as bytes, from the status line to the end.
 *
 * @param bytes the bytes
 * @param pauseAt the position of a pause; the length if there is none
 * @param pause the length of the pause
 * @param heldOpen whether the connection remains open after the last byte
 */
record RawResponse(byte[] bytes, int pauseAt, Duration pause, boolean heldOpen) {

    static RawResponse of(byte[] bytes) {
        return new RawResponse(bytes, bytes.length, Duration.ZERO, false);
    }

    /** Returns this response with a pause before the event that contains a text. */
    RawResponse pausedBefore(String text, Duration time) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException("the response does not contain " + text);
        }
        return new RawResponse(bytes, all.lastIndexOf("\n\n", at) + 2, time, heldOpen);
    }

    RawResponse leftOpen() {
        return new RawResponse(bytes, pauseAt, pause, true);
    }
}
