package dev.escapement.run;

import dev.escapement.testing.ForwardingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A store that runs a test's code once at a chosen moment. */
final class HookedStore extends ForwardingStore {

    /** A moment in the lifetime of a lease, or after an append. */
    enum Moment {
        AFTER_APPEND,
        BEFORE_LEASE,
        BEFORE_CLOSE,
        AFTER_CLOSE
    }

    private final Moment moment;
    private Runnable hook;

    HookedStore(ThreadStore store, Moment moment) {
        super(store);
        this.moment = moment;
    }

    /** Sets the code to run at the next occurrence of the moment. */
    void next(Runnable once) {
        hook = once;
    }

    boolean happened() {
        return hook == null;
    }

    private void at(Moment now) {
        Runnable once = hook;
        if (now == moment && once != null) {
            hook = null;
            once.run();
        }
    }

    @Override
    public void append(Append append) {
        super.append(append.lease()
                .map(lease -> append.under(((HookedLease) lease).lease))
                .orElse(append));
        at(Moment.AFTER_APPEND);
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        at(Moment.BEFORE_LEASE);
        return super.lease(id, time).map(HookedLease::new);
    }

    /** A lease that runs the code when it is closed. */
    private final class HookedLease implements Lease {

        private final Lease lease;

        HookedLease(Lease lease) {
            this.lease = lease;
        }

        @Override
        public String threadId() {
            return lease.threadId();
        }

        @Override
        public long token() {
            return lease.token();
        }

        @Override
        public Duration time() {
            return lease.time();
        }

        @Override
        public Instant acquiredAt() {
            return lease.acquiredAt();
        }

        @Override
        public boolean isHeld() {
            return lease.isHeld();
        }

        @Override
        public boolean renew() {
            return lease.renew();
        }

        @Override
        public void close() {
            at(Moment.BEFORE_CLOSE);
            lease.close();
            at(Moment.AFTER_CLOSE);
        }
    }
}
