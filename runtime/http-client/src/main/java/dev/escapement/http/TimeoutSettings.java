package dev.escapement.http;

import java.time.Duration;

/**
 * The timeouts of an HTTP exchange. Each is more than zero and at most 365 days.
 *
 * @param connect the time for a connection
 * @param reply the time for one attempt, from its start to the last byte of the reply
 * @param idle the time for the next chunk of a reply after its headers have arrived
 */
record TimeoutSettings(Duration connect, Duration reply, Duration idle) {

    private static final Duration LONGEST = Duration.ofDays(365);

    TimeoutSettings {
        check("connect", connect);
        check("reply", reply);
        check("idle", idle);
    }

    private static void check(String name, Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The " + name + " timeout is " + time
                    + ". It must be more than zero and at most " + LONGEST.toDays() + " days.");
        }
    }
}
