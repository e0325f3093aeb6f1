package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/** A store that runs a test's code once at a chosen moment. */
final class HookedStore implements ThreadStore {

    /** A moment in the lifetime of a lease, or after an append. */
    enum Moment {
        AFTER_APPEND,
        BEFORE_LEASE,
        BEFORE_CLOSE,
        AFTER_CLOSE
    }

    private final ThreadStore store;
    private final Moment moment;
    private Runnable hook;

    HookedStore(ThreadStore store, Moment moment) {
        this.store = store;
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
    public Optional<AgentThread> load(String id) {
        return store.load(id);
    }

    @Override
    public void append(String id, int position, Event event) {
        store.append(id, position, event);
        at(Moment.AFTER_APPEND);
    }

    @Override
    public Optional<Lease> lease(String id) {
        at(Moment.BEFORE_LEASE);
        return store.lease(id).map(lease -> () -> {
            at(Moment.BEFORE_CLOSE);
            lease.close();
            at(Moment.AFTER_CLOSE);
        });
    }
}
