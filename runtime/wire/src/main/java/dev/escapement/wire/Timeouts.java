package dev.escapement.wire;

import java.time.Duration;

/**
 * How long is waited.
 *
 * @param connect for a connection
 * @param reply for one attempt as a whole, from its beginning to the last byte of the reply
 * @param idle for the next piece of a reply, once its headers have come
 */
record Timeouts(Duration connect, Duration reply, Duration idle) {

    private static final Duration LONGEST = Duration.ofDays(365);

    Timeouts {
        check("to connect", connect);
        check("for a reply", reply);
        check("of silence", idle);
    }

    private static void check(String what, Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the time " + what + " is more than zero and at most " + LONGEST.toDays() + " days, not " + time);
        }
    }
}
