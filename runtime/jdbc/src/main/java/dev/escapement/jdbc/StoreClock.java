package dev.escapement.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The clock of a store on SQLite, and the conversion of times. Databases store times in microseconds. PostgreSQL uses its
 * own clock.
 */
record StoreClock(InstantSource clock) {

    private static final long MICROS = 1_000_000;

    /** The range of times that both databases and the tools of people handle. */
    private static final Instant MIN = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant MAX = Instant.parse("9999-12-30T00:00:00Z");

    /** Returns the current time. */
    long micros() {
        return micros(clock.instant());
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    /** Returns a duration in microseconds, at least 0. */
    static long micros(Duration duration) {
        return Math.max(
                0, duration.toSeconds() > MAX.getEpochSecond() ? MAX.getEpochSecond() * MICROS : exact(duration));
    }

    private static long exact(Duration duration) {
        return duration.toSeconds() * MICROS + duration.toNanosPart() / 1_000;
    }

    /** Returns the time as it is stored. */
    static Instant stored(Instant instant) {
        return clamped(instant).truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns a due time as it is stored: not before the given time, so that a driver does not come early. */
    static Instant storedDue(Instant instant) {
        Instant stored = stored(instant);
        return stored.isBefore(clamped(instant)) ? stored.plus(1, ChronoUnit.MICROS) : stored;
    }

    private static Instant clamped(Instant instant) {
        return instant.isBefore(MIN) ? MIN : instant.isAfter(MAX) ? MAX : instant;
    }
}
