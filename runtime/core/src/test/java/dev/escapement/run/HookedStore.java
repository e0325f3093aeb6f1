package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/** A store in which something happens at a moment that a test chooses, once. */
final class HookedStore implements ThreadStore {

    /** A moment in the life of a lease. */
    enum Moment {
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

    /** What happens the next time that the moment comes. */
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
