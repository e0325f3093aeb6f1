package dev.escapement.testkit;

import dev.escapement.run.ThreadStore;
import java.time.Duration;
import java.time.Instant;

/**
 * The storage of one test, initially empty. The author of a store implements it; the tests of a contract use one object
 * for each test and close it afterwards.
 *
 * <pre>{@code
 * record FilesFixture(Path directory) implements StoreFixture {
 *     @Override
 *     public ThreadStore open() {
 *         return FileThreadStore.in(directory);
 *     }
 * }
 * }</pre>
 *
 * <p>If the clock of the store can be moved, override {@link #now} and {@link #advance}, for example with a {@link
 * ManualClock}: the tests then do not wait.
 */
public interface StoreFixture {

    /**
     * Opens the store. Each call returns another instance on the same storage, as another process would use it. A store
     * whose threads belong to one object returns this object at each call.
     *
     * @return the store
     * @throws Exception if the store cannot be opened
     */
    ThreadStore open() throws Exception;

    /**
     * Returns the time of the clock of the store. Default: the time of the system.
     *
     * @return the time; all instances from {@link #open} use this clock
     */
    default Instant now() {
        return Instant.now();
    }

    /**
     * Lets time pass on the clock of the store. The default suits a clock that cannot be moved: it waits.
     *
     * @param time the time, positive
     * @throws Exception if the clock cannot be moved
     */
    default void advance(Duration time) throws Exception {
        Thread.sleep(time.toMillis());
    }

    /**
     * Returns the time of leases that expire during a test. Increase it if a slow storage needs longer for a few
     * operations. Default: half a second.
     *
     * @return the time, at least 50 milliseconds
     */
    default Duration shortLease() {
        return Duration.ofMillis(500);
    }

    /**
     * Closes the instances that were opened and removes the storage. Default: no effect.
     *
     * @throws Exception if the storage cannot be removed
     */
    default void close() throws Exception {}
}
