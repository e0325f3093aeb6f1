package dev.escapement.jdbc;

import dev.escapement.run.ThreadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A lease in the row of its thread. */
final class JdbcLease implements ThreadStore.Lease {

    private final LeaseTable table;
    private final String threadId;
    private final String key;
    private final String holder;
    private final Duration time;
    private final Instant acquiredAt;

    private volatile long token;
    private volatile long heldSince;
    private volatile boolean lost;
    private volatile boolean unresolved;

    /**
     * Creates a lease.
     *
     * @param heldSince the value of {@link System#nanoTime} before the lease was acquired
     */
    JdbcLease(
            LeaseTable table,
            String threadId,
            String holder,
            Duration time,
            LeaseRows.AcquiredLease acquired,
            long heldSince) {
        this.table = table;
        this.threadId = threadId;
        this.key = KeyText.stored(threadId);
        this.holder = holder;
        this.time = time;
        this.acquiredAt = acquired.at();
        this.token = acquired.token();
        this.heldSince = heldSince;
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
        return !lost && ThreadStore.Lease.isWithin(time, Duration.ofNanos(System.nanoTime() - heldSince));
    }

    @Override
    public boolean renew() {
        table.renew(List.of(this));
        return !lost;
    }

    @Override
    public void close() {
        if (!lost) {
            lost = true;
            table.release(this);
        }
    }

    String key() {
        return key;
    }

    String holder() {
        return holder;
    }

    boolean isOf(LeaseTable other) {
        return table == other;
    }

    boolean isLost() {
        return lost;
    }

    /** Records a renewal that began at a value of {@link System#nanoTime}. */
    void renewed(long since) {
        heldSince = since;
    }

    /** Records that the lease was superseded or released. */
    void lose() {
        lost = true;
    }

    /**
     * Replaces the token by a new one, so that an append with an unknown outcome cannot take effect any more.
     *
     * @return whether the lease was not superseded
     */
    boolean advance() {
        boolean resolved = false;
        try {
            boolean held = table.advance(this);
            resolved = true;
            return held;
        } finally {
            unresolved = !resolved;
        }
    }

    /**
     * Returns whether the replacement of the token failed and must be repeated before the next append: the token may have
     * been replaced in the database.
     */
    boolean isUnresolved() {
        return unresolved;
    }

    /** Records a new token. */
    void advanced(long newToken) {
        token = newToken;
    }
}
