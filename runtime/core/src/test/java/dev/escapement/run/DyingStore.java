package dev.escapement.run;

import dev.escapement.testing.ForwardingStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store of a process that dies after one of its appends: all later operations fail. */
final class DyingStore extends ForwardingStore {

    /** The death of the process. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final List<Lease> leases = new ArrayList<>();
    private int left;
    private int appends;

    /**
     * Creates a store.
     *
     * @param appends the number of appends after which the process dies
     */
    DyingStore(ThreadStore store, int appends) {
        super(store);
        this.left = appends;
    }

    /** Releases the leases of the process, as if their time had expired. */
    void expire() {
        leases.forEach(Lease::close);
    }

    /** Returns the number of appends so far. */
    synchronized int appends() {
        return appends;
    }

    @Override
    public void append(Append append) {
        synchronized (this) {
            requireAlive();
            left--;
            appends++;
        }
        super.append(append);
        requireAlive();
    }

    private synchronized void requireAlive() {
        if (left <= 0) {
            throw new Death();
        }
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        requireAlive();
        Optional<Lease> lease = super.lease(id, time);
        lease.ifPresent(leases::add);
        return lease;
    }
}
