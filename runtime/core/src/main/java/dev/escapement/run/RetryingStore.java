package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The operations of a store that drivers execute, each repeated while the store is busy. Methods instead of {@link
 * StoreRetry#whileBusy} with lambda expressions, because the first ones of a process take longer than a step.
 *
 * @param store the store
 */
record RetryingStore(ThreadStore store) {

    /** Returns a thread; empty if it is not stored. */
    Optional<AgentThread> load(String id) {
        StoreRetry retry = StoreRetry.whileBusy();
        while (true) {
            try {
                return store.load(id);
            } catch (StoreException failure) {
                retry.pauseAfter(failure);
            }
        }
    }

    /** Returns the events of a thread from a position. */
    List<Event> load(String id, int fromPosition) {
        StoreRetry retry = StoreRetry.whileBusy();
        while (true) {
            try {
                return store.load(id, fromPosition);
            } catch (StoreException failure) {
                retry.pauseAfter(failure);
            }
        }
    }

    /** Returns the newest version of a thread. */
    AgentThread latest(AgentThread known) {
        StoreRetry retry = StoreRetry.whileBusy();
        while (true) {
            try {
                return store.latest(known);
            } catch (StoreException failure) {
                retry.pauseAfter(failure);
            }
        }
    }

    /** Acquires the lease of a thread; empty if it is held. */
    Optional<ThreadStore.Lease> lease(String id, Duration time) {
        StoreRetry retry = StoreRetry.whileBusy();
        while (true) {
            try {
                return store.lease(id, time);
            } catch (StoreException failure) {
                retry.pauseAfter(failure);
            }
        }
    }

    /** Appends events or a standing. A repetition after an unknown outcome reports a conflict. */
    void append(Append append) {
        StoreRetry retry = StoreRetry.whileBusy();
        while (true) {
            try {
                store.append(append);
                return;
            } catch (StoreException failure) {
                retry.pauseAfter(failure);
            }
        }
    }
}
