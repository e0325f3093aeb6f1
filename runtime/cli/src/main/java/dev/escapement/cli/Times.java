package dev.escapement.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The times in the output for people. */
final class Times {

    private Times() {}

    /** Returns a time in UTC without fractions of a second. */
    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
