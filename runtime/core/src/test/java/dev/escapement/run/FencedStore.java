package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store with fenced leases whose clock a test advances. Records the requests that it executed, and fails on demand.
 * The events are in another store.
 */
class FencedStore implements ThreadStore {

    private final ThreadStore events = new InMemoryThreadStore();
    private final List<Append> appends = new ArrayList<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Map<String, FencedLease> newest = new HashMap<>();
    private final List<String> operations = new ArrayList<>();
    private Class<? extends Event> failing = Event.class;
    private boolean failsAfterwards;
    private Duration now = Duration.ZERO;
    private int renewals;
    private RuntimeException renewalFailure;
    private Instant acquiredAt = DeskRunners.AT;

    /** Advances the clock of the store. */
    synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    /** Acquires the lease of a thread as another process does after its time has expired. */
    synchronized Lease steal(String id) {
        FencedLease lease = new FencedLease(id, newest.get(id).token + 1, Duration.ofDays(1));
        newest.put(id, lease);
        return lease;
    }

    /** Fails the next appends of an event of a type. */
    synchronized void fail(Class<? extends Event> type, RuntimeException... next) {
        failing = type;
        failures.addAll(List.of(next));
    }

    /** Fails after appends instead of before, as if the response were lost. */
    synchronized void failAfterwards() {
        failsAfterwards = true;
    }

    /** Fails all renewals. */
    synchronized void failRenewals(RuntimeException failure) {
        renewalFailure = failure;
    }

    /** Sets the time at which leases are acquired. */
    void acquiredAt(Instant time) {
        acquiredAt = time;
    }

    synchronized int renewals() {
        return renewals;
    }

    /** Returns the executed requests to append. */
    synchronized List<Append> appends() {
        return List.copyOf(appends);
    }

    /** Returns the names of the executed operations. */
    synchronized List<String> operations() {
        return List.copyOf(operations);
    }

    /** Returns the current standing of the only thread. */
    synchronized Standing standing() {
        return appends.get(appends.size() - 1).standing();
    }

    /** Called before each renewal of a lease. */
    void beforeRenewal() {}

    @Override
    public synchronized Optional<AgentThread> load(String id) {
        operations.add("load");
        return events.load(id);
    }

    @Override
    public synchronized List<Event> load(String id, int fromPosition) {
        operations.add("load from");
        return events.load(id, fromPosition);
    }

    @Override
    public synchronized void append(Append append) {
        operations.add("append");
        append.lease().ifPresent(lease -> requireNewest((FencedLease) lease));
        boolean fails = !failures.isEmpty() && append.events().stream().anyMatch(failing::isInstance);
        if (fails && !failsAfterwards) {
            throw failures.remove();
        }
        store(append);
        if (fails) {
            throw failures.remove();
        }
    }

    /** Stores events without failing. */
    synchronized void store(Append append) {
        events.append(
                new Append(append.threadId(), append.position(), append.events(), Optional.empty(), append.standing()));
        appends.add(append);
    }

    synchronized void requireNewest(FencedLease lease) {
        if (newest.get(lease.id) != lease) {
            throw new LeaseLostException(lease.id);
        }
    }

    @Override
    public synchronized Optional<Lease> lease(String id, Duration time) {
        operations.add("lease");
        FencedLease last = newest.get(id);
        if (events.load(id).isEmpty() || (last != null && !last.closed && last.isHeld())) {
            return Optional.empty();
        }
        FencedLease lease = new FencedLease(id, last == null ? 1 : last.token + 1, time);
        newest.put(id, lease);
        return Optional.of(lease);
    }

    @Override
    public boolean delete(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean erase(String id) {
        throw new UnsupportedOperationException();
    }

    /** A lease that is superseded by the next one. */
    final class FencedLease implements Lease {

        private final String id;
        private final long token;
        private final Duration time;
        private Duration end;
        private boolean closed;

        FencedLease(String id, long token, Duration time) {
            this.id = id;
            this.token = token;
            this.time = time;
            this.end = now.plus(time);
        }

        @Override
        public String threadId() {
            return id;
        }

        @Override
        public long token() {
            return token;
        }

        @Override
        public Duration time() {
            return time;
        }

        @Override
        public Instant acquiredAt() {
            return acquiredAt;
        }

        @Override
        public boolean isHeld() {
            synchronized (FencedStore.this) {
                return !closed && now.compareTo(end) < 0;
            }
        }

        @Override
        public boolean renew() {
            synchronized (FencedStore.this) {
                beforeRenewal();
                if (renewalFailure != null) {
                    throw renewalFailure;
                }
                renewals++;
                if (closed || newest.get(id) != this) {
                    end = Duration.ZERO;
                    return false;
                }
                end = now.plus(time);
                return true;
            }
        }

        @Override
        public void close() {
            synchronized (FencedStore.this) {
                closed = true;
            }
        }
    }
}
