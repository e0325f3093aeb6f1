package dev.escapement.run;

import java.time.Duration;
import java.time.Instant;

/** A lease of {@link InMemoryThreadStore}. Safe for concurrent use. */
final class MemoryLease implements ThreadStore.Lease {

    private final MemoryQueue queue;
    private final String threadId;
    private final long token;
    private final Duration time;
    private final Instant acquiredAt;
    private volatile boolean held = true;
    private volatile long heldSince;

    MemoryLease(MemoryQueue queue, String threadId, long token, Duration time, Instant acquiredAt) {
        this.queue = queue;
        this.threadId = threadId;
        this.token = token;
        this.time = time;
        this.acquiredAt = acquiredAt;
        this.heldSince = System.nanoTime();
    }

    @Override
    public String threadId() {
        return threadId;
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
        return held && ThreadStore.Lease.isWithin(time, Duration.ofNanos(System.nanoTime() - heldSince));
    }

    @Override
    public boolean renew() {
        long start = System.nanoTime();
        if (!queue.renew(this)) {
            held = false;
            return false;
        }
        heldSince = start;
        return true;
    }

    @Override
    public void close() {
        held = false;
        queue.release(this);
    }

    @Override
    public String toString() {
        return "lease " + token + " of thread " + threadId;
    }
}
