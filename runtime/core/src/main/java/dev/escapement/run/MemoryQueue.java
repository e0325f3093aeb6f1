package dev.escapement.run;

import dev.escapement.run.MemoryTable.Place;
import dev.escapement.run.ThreadQueue.Claim;
import dev.escapement.run.ThreadQueue.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The leases, due times and schedules of {@link InMemoryThreadStore}. Safe for concurrent use. */
final class MemoryQueue {

    private final MemoryTable table;
    private final InstantSource clock;

    /** The schedules by name. Guarded by the lock of the table. */
    private final Map<String, StoredSchedule> schedules = new HashMap<>();

    /** The newest token of all threads, so that a thread with the id of a deleted one has greater tokens. */
    private long newestToken;

    MemoryQueue(MemoryTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    Optional<ThreadStore.Lease> lease(String id, Duration time) {
        requirePositive(time);
        // As locked() does, but without a lambda expression, whose first use takes longer than a step.
        synchronized (table) {
            Instant now = clock.instant();
            MemoryRow row = table.find(id).orElse(null);
            return row != null && row.isFree(now) ? Optional.of(acquire(row, time, now)) : Optional.empty();
        }
    }

    private MemoryLease acquire(MemoryRow row, Duration time, Instant now) {
        long token = ++newestToken;
        table.put(row.leased(token, now.plus(time)));
        return new MemoryLease(this, row.id(), token, time, now);
    }

    List<Claim> claim(Set<String> agents, int limit, Duration time) {
        requirePositive(time);
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, not " + limit);
        }
        return table.locked(() -> {
            Instant now = clock.instant();
            List<Claim> claims = new ArrayList<>();
            for (MemoryRow row : due(agents, limit, now)) {
                claims.add(new Claim(acquire(row, time, now), row.agent(), row.attempts(), row.size()));
            }
            return claims;
        });
    }

    private List<MemoryRow> due(Set<String> agents, int limit, Instant now) {
        List<MemoryRow> due = new ArrayList<>();
        Iterator<Place> places = table.waking().ascending(agents, null);
        while (places.hasNext() && due.size() < limit) {
            Place place = places.next();
            if (place.time().isAfter(now)) {
                break;
            }
            due.add(table.find(place.id()).orElseThrow());
        }
        return due;
    }

    /** Extends a lease if it is the newest and not released. */
    boolean renew(MemoryLease lease) {
        return changeHeld(
                lease, row -> row.leased(lease.token(), clock.instant().plus(lease.time())));
    }

    void release(ThreadStore.Lease lease) {
        changeHeld(lease, MemoryRow::released);
    }

    void retry(Claim claim, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must be 0 or more, not " + delay);
        }
        fail(claim, clock.instant().plus(delay));
    }

    void park(Claim claim) {
        fail(claim, null);
    }

    /** Releases a claimed thread. It keeps its due time if other events were appended. */
    private void fail(Claim claim, @Nullable Instant due) {
        changeHeld(claim.lease(), row -> row.size() == claim.size() ? row.failed(due) : row.released());
        claim.lease().close();
    }

    private boolean changeHeld(ThreadStore.Lease lease, UnaryOperator<MemoryRow> change) {
        return table.locked(() -> table.find(lease.threadId())
                        .filter(row -> row.isCurrent(lease) && row.leaseEnd() != null)
                        .isPresent()
                && table.change(lease.threadId(), change));
    }

    boolean wake(String id) {
        return table.locked(() -> table.find(id).filter(row -> !row.hasEnded()).isPresent()
                && table.change(id, row -> row.woken(clock.instant())));
    }

    Instant register(String schedule, String definition, Instant first) {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(first, "first");
        StoredSchedule registered = new StoredSchedule(definition, first);
        return table.locked(() -> schedules
                .merge(schedule, registered, StoredSchedule::registered)
                .next());
    }

    boolean fire(Tick tick, Append start) {
        Objects.requireNonNull(start, "start");
        return table.locked(() -> {
            Instant now = clock.instant();
            if (!StoredSchedule.isDue(schedules.get(tick.schedule()), tick, now)) {
                return false;
            }
            if (table.find(start.threadId()).isEmpty()) {
                table.append(start, now);
            }
            schedules.put(tick.schedule(), new StoredSchedule(tick.definition(), tick.following()));
            return true;
        });
    }

    private static void requirePositive(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("time must be positive, not " + time);
        }
    }
}
