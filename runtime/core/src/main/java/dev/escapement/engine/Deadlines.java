package dev.escapement.engine;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The computation of deadlines from time limits. */
final class Deadlines {

    /** The latest deadline. Databases and other formats of times cannot express much later ones. */
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Deadlines() {}

    /** Returns the time at which a question of a given time expires, at most {@link #LATEST}. */
    static Optional<Instant> after(Instant at, Optional<Duration> limit) {
        return limit.map(duration -> after(at, duration));
    }

    private static Instant after(Instant at, Duration limit) {
        try {
            Instant deadline = at.plus(limit);
            return deadline.isAfter(LATEST) ? LATEST : deadline;
        } catch (DateTimeException | ArithmeticException tooLate) {
            return LATEST;
        }
    }
}
