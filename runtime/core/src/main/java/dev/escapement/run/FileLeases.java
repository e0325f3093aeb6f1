package dev.escapement.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The acquisition and the changes of leases in the side files of threads. All methods hold the lock of the thread. */
final class FileLeases {

    private final StoreDirectory directory;
    private final String holder;

    /** The number of leases of this store that are not closed, by thread. Their time may have expired. */
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /**
     * Creates an instance.
     *
     * @param holder the name of this store in side files
     */
    FileLeases(StoreDirectory directory, String holder) {
        this.directory = directory;
        this.holder = holder;
    }

    /** A condition for the acquisition of a lease. */
    interface Condition {

        /** Returns whether to acquire the lease of a thread. */
        boolean test(VerifiedLines lines, @Nullable LeaseState state, Instant now);
    }

    /** A lease, and the numbers of failed executions and events of its thread. */
    record Acquired(FileLease lease, String agent, int attempts, int size) {}

    /**
     * Acquires the lease of a thread.
     *
     * @return empty if the thread is not stored, another holder has the lease, or the condition is not met
     */
    Optional<Acquired> acquire(ThreadFile file, Duration time, Condition condition) throws IOException {
        long begunAt = directory.ticker().nanos();
        return file.underLock(lines -> acquire(file, time, condition, lines, begunAt));
    }

    /** Acquires the lease of a thread, unless another process holds the lock of the thread for long. */
    Optional<Acquired> acquireSoon(ThreadFile file, Duration time, Condition condition) throws IOException {
        long begunAt = directory.ticker().nanos();
        return file.underLockSoon(lines -> acquire(file, time, condition, lines, begunAt));
    }

    private Optional<Acquired> acquire(
            ThreadFile file, Duration time, Condition condition, VerifiedLines lines, long begunAt) throws IOException {
        ThreadFileHeader header = lines.header();
        LeaseState state = state(file.id(), lines);
        Instant now = directory.clock().instant();
        if (header == null || LeaseState.isHeld(state, now) || !condition.test(lines, state, now)) {
            return Optional.empty();
        }
        long token = nextToken(state, now);
        LeaseState before = state == null ? LeaseState.first(token, holder, lines.end()) : state;
        LeaseFile.write(directory.lease(file.id()), before.leased(token, holder, now.plus(time)));
        FileLease lease = new FileLease(file, this, token, time, now, begunAt);
        open.merge(file.id(), 1, Integer::sum);
        return Optional.of(new Acquired(lease, header.agent(), before.attempts(), lines.events()));
    }

    /**
     * Returns a token that is greater than all earlier ones, even if the side file was lost: leases of a thread are not
     * acquired more often than once a microsecond.
     */
    private static long nextToken(@Nullable LeaseState state, Instant now) {
        return Math.max(state == null ? 1 : state.token() + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }

    /** Returns whether this store has a lease of a thread that is not closed. Its time may have expired. */
    boolean isOpen(String id) {
        return open.containsKey(id);
    }

    /** Notes that a lease was released or is superseded. */
    void ended(FileLease lease) {
        open.computeIfPresent(lease.threadId(), (id, number) -> number == 1 ? null : number - 1);
    }

    StoreDirectory directory() {
        return directory;
    }

    /** Makes a thread due at once. Returns false if it is not stored or has ended. */
    boolean wake(ThreadFile file) throws IOException {
        return file.underLock(lines -> {
            StoredStanding standing = lines.standing();
            if (standing == null || standing.hasEnded()) {
                return false;
            }
            Instant now = directory.clock().instant();
            LeaseState state = state(file.id(), lines);
            LeaseState before = state == null ? LeaseState.first(nextToken(null, now), holder, lines.end()) : state;
            LeaseFile.write(directory.lease(file.id()), before.woken(now));
            return true;
        });
    }

    /**
     * Releases the lease of a claim after a failed execution. The thread keeps its due time if other events were appended.
     *
     * @param delay the time after which the thread is due; empty to park it
     */
    void fail(ThreadFile file, ThreadQueue.Claim claim, Optional<Duration> delay) throws IOException {
        try {
            file.underLock(lines -> {
                Optional<Instant> due = delay.map(directory.clock().instant()::plus);
                boolean isCurrent = lines.events() == claim.size();
                return replace(
                        directory,
                        claim.lease(),
                        state -> isCurrent ? state.at(lines.end()).failed(due) : state.until(Optional.empty()));
            });
        } finally { // an open lease would prevent all later claims of this store
            if (claim.lease() instanceof FileLease own) {
                own.end();
            }
        }
    }

    /**
     * Changes the state of a thread if a lease is the newest one and is not released. The caller holds the lock.
     *
     * @return false if the state was not changed
     */
    static boolean replace(StoreDirectory directory, ThreadStore.Lease lease, UnaryOperator<LeaseState> change)
            throws IOException {
        LeaseState state = LeaseFile.read(directory.lease(lease.threadId()));
        if (state == null || state.token() != lease.token() || state.until().isEmpty()) {
            return false;
        }
        LeaseFile.write(directory.lease(lease.threadId()), change.apply(state));
        return true;
    }

    private @Nullable LeaseState state(String id, VerifiedLines lines) throws IOException {
        LeaseState state = LeaseFile.read(directory.lease(id));
        return state == null ? null : state.at(lines.end());
    }
}
