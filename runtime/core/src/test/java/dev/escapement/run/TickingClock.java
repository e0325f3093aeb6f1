package dev.escapement.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/** A clock that advances with each reading. */
final class TickingClock extends Clock {

    private final Duration step;
    private Instant time;

    TickingClock(Instant from, Duration step) {
        this.time = from;
        this.step = step;
    }

    @Override
    public Instant instant() {
        time = time.plus(step);
        return time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return InstantSource.fixed(time).withZone(zone);
    }
}
