package dev.escapement.testkit;

import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * The base class of the contracts: opens two instances of the store for each test, which represent two processes. Each
 * test ends after two minutes at the latest.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class StoreContract {

    /** The time of leases that do not expire during a test. */
    static final Duration LONG = Duration.ofHours(1);

    @SuppressWarnings("NullAway.Init") // initialized before each test
    private StoreFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private ThreadStore store;

    @SuppressWarnings("NullAway.Init")
    private ThreadStore other;

    /** Creates a contract. */
    StoreContract() {}

    /**
     * Returns new, empty storage for one test.
     *
     * @return the storage, which the test closes
     * @throws Exception if it cannot be created
     */
    protected abstract StoreFixture fixture() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        fixture = fixture();
        store = fixture.open();
        other = fixture.open();
    }

    @AfterEach
    final void close() throws Exception {
        if (fixture != null) {
            fixture.close();
        }
    }

    /** Returns the storage of the current test. */
    final StoreFixture opened() {
        return fixture;
    }

    /** Returns the first instance. */
    final ThreadStore store() {
        return store;
    }

    /** Returns the second instance. */
    final ThreadStore other() {
        return other;
    }

    /** Returns one of the two instances. */
    final ThreadStore store(int index) {
        return index % 2 == 0 ? store : other;
    }

    /** Returns the time of the store's clock, in milliseconds as all stores can keep it. */
    final Instant now() {
        return fixture.now().truncatedTo(ChronoUnit.MILLIS);
    }

    final void advance(Duration time) throws Exception {
        fixture.advance(time);
    }

    /** Lets so much time pass that later times of the store's clock are greater. */
    final void advanceClock() throws Exception {
        fixture.advance(Duration.ofMillis(5));
    }

    final Duration shortLease() {
        return fixture.shortLease();
    }

    /** Acquires a short lease and lets it expire. */
    final ThreadStore.Lease expiredLease(ThreadStore instance, String id) throws Exception {
        ThreadStore.Lease lease = lease(instance, id, shortLease());
        expire();
        return lease;
    }

    /** Lets so much time pass that short leases expire. */
    final void expire() throws Exception {
        advance(shortLease().plusMillis(20));
    }

    /** Acquires a lease. Skips the test if the store is an engine, whose threads have no leases. */
    static ThreadStore.Lease lease(ThreadStore instance, String id, Duration time) {
        Assumptions.assumeFalse(instance.isEngine(), "the threads of an engine have no leases");
        return instance.lease(id, time)
                .orElseThrow(() -> new AssertionError(
                        "lease(\"" + id + "\") must return the lease, because no holder has it, but was empty"));
    }

    final void append(String id, int position, Event... events) {
        store.append(Append.of(id, position, events));
    }

    final void start(String id) {
        append(id, 0, Samples.started("hello"));
    }

    final void start(String id, Standing standing) {
        store.append(Append.of(id, 0, Samples.started("hello")).with(standing));
    }

    /** Returns the texts of the messages that a thread has after its start. */
    final List<String> messages(String id) {
        return other.load(id, 1).stream().map(Samples::text).toList();
    }

    static Standing due(Standing.Phase phase, Instant due) {
        return new Standing(phase, Optional.of(due), List.of());
    }
}
