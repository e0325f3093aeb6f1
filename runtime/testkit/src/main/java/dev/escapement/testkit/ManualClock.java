package dev.escapement.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that a test moves. Safe for concurrent use. */
public final class ManualClock extends Clock {

    private volatile Instant now;

    /**
     * Creates a clock.
     *
     * @param now the initial time
     */
    public ManualClock(Instant now) {
        this.now = Objects.requireNonNull(now, "now");
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock.
     *
     * @param time the time by which the clock moves; can be negative
     */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the zone of a manual clock is UTC");
    }
}
