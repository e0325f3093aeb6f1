package dev.escapement.testkit;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;

/** A store in memory, or a store that wraps it, with a clock that the tests move. */
final class MemoryFixture implements StoreFixture {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-05-06T07:08:09.123456789Z"));
    private final ThreadStore store;

    MemoryFixture() {
        this((memory, clock) -> memory);
    }

    MemoryFixture(BiFunction<InMemoryThreadStore, InstantSource, ThreadStore> wrapper) {
        this.store = wrapper.apply(new InMemoryThreadStore(clock), clock);
    }

    @Override
    public ThreadStore open() {
        return store; // its threads belong to one object
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }

    @Override
    public Duration shortLease() {
        return Duration.ofMillis(100);
    }
}
