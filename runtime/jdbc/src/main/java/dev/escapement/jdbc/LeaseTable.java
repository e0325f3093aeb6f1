package dev.escapement.jdbc;

import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The leases of a store. */
final class LeaseTable {

    private final Operations operations;
    private final LeaseRows rows;

    /** Unique for each store of each process; the number makes each acquisition unique. */
    private final String process = HolderProcess.current().prefix() + UUID.randomUUID();

    private final AtomicLong acquisitions = new AtomicLong();

    LeaseTable(Operations operations, LeaseRows rows) {
        this.operations = operations;
        this.rows = rows;
    }

    String newHolder() {
        return process + "-" + acquisitions.incrementAndGet();
    }

    Optional<JdbcLease> acquire(String threadId, Duration time) {
        requirePositive(time);
        String holder = newHolder();
        // Before the first execution: the lease of the database does not end earlier than this one.
        long since = System.nanoTime();
        return operations
                .write("lease", threadId, session -> rows.acquire(session, KeyText.stored(threadId), holder, time))
                .map(acquired -> new JdbcLease(this, threadId, holder, time, acquired, since));
    }

    static void requirePositive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the time of a lease must be positive, not " + time);
        }
    }

    void renew(Collection<JdbcLease> leases) {
        List<JdbcLease> open = leases.stream().filter(lease -> !lease.isLost()).toList();
        if (open.isEmpty()) {
            return;
        }
        long since = System.nanoTime();
        Set<JdbcLease> renewed =
                operations.write("renew the leases of threads", null, session -> rows.renew(session, open));
        for (JdbcLease lease : open) {
            if (renewed.contains(lease)) {
                lease.renewed(since);
            } else {
                lease.lose();
            }
        }
    }

    /** Releases a lease. A failure is logged only, because the lease expires. */
    void release(JdbcLease lease) {
        try {
            operations.write("release the lease of", lease.threadId(), session -> {
                rows.release(session, lease);
                return true;
            });
        } catch (StoreException e) {
            StoreLog.leaseNotReleased(e);
        }
    }

    /** Replaces the token of a lease. Returns whether the lease was not superseded. */
    boolean advance(JdbcLease lease) {
        Optional<Long> token = operations.resolve(
                lease.threadId(), () -> operations.database().write(session -> rows.advance(session, lease)));
        token.ifPresentOrElse(lease::advanced, lease::lose);
        return token.isPresent();
    }

    void retry(JdbcLease lease, int size, Duration delay) {
        lease.lose();
        operations.write("release", lease.threadId(), session -> {
            rows.retry(session, lease, size, delay);
            return true;
        });
    }

    void park(JdbcLease lease, int size) {
        lease.lose();
        operations.write("park", lease.threadId(), session -> {
            rows.park(session, lease, size);
            return true;
        });
    }

    boolean wake(String threadId) {
        return operations.write("wake", threadId, session -> rows.wake(session, KeyText.stored(threadId)));
    }

    /** Returns a lease of this store. */
    JdbcLease own(ThreadStore.Lease lease) {
        if (lease instanceof JdbcLease own && own.isOf(this)) {
            return own;
        }
        throw new IllegalArgumentException(
                "The lease of thread " + lease.threadId() + " is not a lease of this store.");
    }
}
