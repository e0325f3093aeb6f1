package dev.escapement.testkit;

import dev.escapement.run.Append;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A store as one process uses it. When the process ends, its leases are released, as if their time had expired, and all
 * later operations fail. Safe for concurrent use.
 */
final class ProcessStore implements ThreadStore, ThreadIndex, ThreadQueue {

    private final ThreadStore threads;
    private final ThreadIndex index;
    private final ThreadQueue queue;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<Lease> leases = new ArrayList<>();
    private boolean ended;

    private ProcessStore(ThreadStore threads, ThreadIndex index, ThreadQueue queue) {
        this.threads = threads;
        this.index = index;
        this.queue = queue;
    }

    static ProcessStore of(ThreadStore store) {
        if (store instanceof ThreadIndex index && store instanceof ThreadQueue queue) {
            return new ProcessStore(store, index, queue);
        }
        throw new IllegalArgumentException(
                "The store is not a ThreadIndex and a ThreadQueue. Implement both to test drivers on it.");
    }

    /** Ends the process. Waits for running operations. */
    void end() {
        lock.writeLock().lock();
        try {
            ended = true;
            leases.forEach(Lease::close);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T run(Supplier<T> operation) {
        lock.readLock().lock();
        try {
            if (ended) {
                throw new IllegalStateException("The process of this store has ended.");
            }
            return operation.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void run(Runnable operation) {
        boolean unused = run(() -> {
            operation.run();
            return true;
        });
    }

    private Lease acquired(Lease lease) {
        synchronized (leases) {
            leases.add(lease);
        }
        return lease;
    }

    @Override
    public Optional<AgentThread> load(String id) {
        return run(() -> threads.load(id));
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        return run(() -> threads.load(id, fromPosition));
    }

    @Override
    public AgentThread latest(AgentThread known) {
        return run(() -> threads.latest(known));
    }

    @Override
    public void append(Append append) {
        run(() -> threads.append(append));
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        return run(() -> threads.lease(id, time).map(this::acquired));
    }

    @Override
    public boolean delete(String id) {
        return run(() -> threads.delete(id));
    }

    @Override
    public boolean erase(String id) {
        return run(() -> threads.erase(id));
    }

    @Override
    public Page<QuestionEntry> questions(QuestionQuery query) {
        return run(() -> index.questions(query));
    }

    @Override
    public Page<ThreadEntry> threads(ThreadQuery query) {
        return run(() -> index.threads(query));
    }

    @Override
    public int count(ThreadQuery query, int bound) {
        return run(() -> index.count(query, bound));
    }

    @Override
    public Optional<ThreadEntry> entry(String id) {
        return run(() -> index.entry(id));
    }

    @Override
    public List<Claim> claim(Set<String> agents, int limit, Duration time) {
        return run(() -> {
            List<Claim> claims = queue.claim(agents, limit, time);
            claims.forEach(claim -> acquired(claim.lease()));
            return claims;
        });
    }

    @Override
    public void renew(Collection<? extends Lease> held) {
        run(() -> queue.renew(held));
    }

    @Override
    public void retry(Claim claim, Duration delay) {
        run(() -> queue.retry(claim, delay));
    }

    @Override
    public void park(Claim claim) {
        run(() -> queue.park(claim));
    }

    @Override
    public boolean wake(String id) {
        return run(() -> queue.wake(id));
    }

    @Override
    public Instant time() {
        return run(queue::time);
    }

    @Override
    public Instant register(String schedule, String definition, Instant first) {
        return run(() -> queue.register(schedule, definition, first));
    }

    @Override
    public boolean fire(Tick tick, Append start) {
        return run(() -> queue.fire(tick, start));
    }
}
