package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A thread in memory with its standing and its lease. Immutable.
 *
 * @param content the events; null if they were erased
 * @param due the time from which the thread is due; null for never. For a runnable thread, never null unless it is parked
 * @param token the token of the newest lease; 0 before the first one
 * @param leaseEnd the time at which the lease expires; null if it is free
 */
record MemoryRow(
        String id,
        String agent,
        int size,
        @Nullable AgentThread content,
        Map<String, String> labels,
        Standing standing,
        Instant since,
        Instant updatedAt,
        @Nullable Instant due,
        int attempts,
        boolean parked,
        long token,
        @Nullable Instant leaseEnd) {

    /** Returns a row after an append. Throws the documented exceptions of {@link ThreadStore#append}. */
    static MemoryRow appended(@Nullable MemoryRow row, Append append, Instant now) {
        if (append.lease().isPresent()
                && (row == null || !row.isCurrent(append.lease().get()))) {
            throw new LeaseLostException(append.threadId());
        } else if (row == null) {
            return started(append, now);
        }
        AgentThread thread = row.thread();
        if (row.size != append.position()) {
            throw new ConcurrentRunException(append.threadId(), append.position(), row.size);
        }
        for (Event event : append.events()) {
            thread = thread.with(event);
        }
        Standing next = append.standing();
        Instant since = next.phase() == row.standing.phase() ? row.since : now;
        return new MemoryRow(
                row.id,
                row.agent,
                row.size + append.events().size(),
                thread,
                row.labels,
                next,
                since,
                now,
                due(next, now),
                0,
                false,
                row.token,
                row.leaseEnd);
    }

    private static MemoryRow started(Append append, Instant now) {
        String id = append.threadId();
        if (append.position() != 0) {
            throw new ConcurrentRunException(id, append.position(), 0);
        } else if (append.events().isEmpty()) {
            throw new UnknownThreadException(id);
        }
        AgentThread thread = new AgentThread(id, append.events());
        Standing standing = append.standing();
        return new MemoryRow(
                id,
                thread.agent(),
                append.events().size(),
                thread,
                append.labels(),
                standing,
                now,
                now,
                due(standing, now),
                0,
                false,
                0,
                null);
    }

    private static @Nullable Instant due(Standing standing, Instant now) {
        return standing.due().orElse(standing.phase() == Standing.Phase.RUNNABLE ? now : null);
    }

    /** Returns the thread. Throws an exception if it was erased. */
    AgentThread thread() {
        if (content == null) {
            throw new ErasedThreadException(id);
        }
        return content;
    }

    /** Returns the time from which the thread can be claimed; null for never. */
    @Nullable
    Instant wakeTime() {
        return due == null || leaseEnd == null || leaseEnd.isBefore(due) ? due : leaseEnd;
    }

    boolean hasEnded() {
        return standing.phase().isEnd();
    }

    /** Returns whether a lease has the newest token of this thread. */
    boolean isCurrent(ThreadStore.Lease lease) {
        return lease.threadId().equals(id) && lease.token() == token;
    }

    boolean isFree(Instant now) {
        return leaseEnd == null || !now.isBefore(leaseEnd);
    }

    MemoryRow leased(long newToken, Instant end) {
        return new MemoryRow(
                id, agent, size, content, labels, standing, since, updatedAt, due, attempts, parked, newToken, end);
    }

    MemoryRow released() {
        return new MemoryRow(
                id, agent, size, content, labels, standing, since, updatedAt, due, attempts, parked, token, null);
    }

    /** Returns a row without a lease that is due at another time. */
    MemoryRow failed(@Nullable Instant nextDue) {
        return new MemoryRow(
                id,
                agent,
                size,
                content,
                labels,
                standing,
                since,
                updatedAt,
                nextDue,
                attempts + 1,
                nextDue == null,
                token,
                null);
    }

    MemoryRow woken(Instant now) {
        return new MemoryRow(
                id, agent, size, content, labels, standing, since, updatedAt, now, 0, false, token, leaseEnd);
    }

    MemoryRow erased(Instant now) {
        Standing.Phase phase =
                standing.phase() == Standing.Phase.FINISHED ? Standing.Phase.FINISHED : Standing.Phase.STOPPED;
        return new MemoryRow(
                id,
                agent,
                size,
                null,
                Map.of(),
                Standing.of(phase),
                phase == standing.phase() ? since : now,
                now,
                null,
                0,
                false,
                token,
                leaseEnd);
    }

    ThreadIndex.ThreadEntry entry() {
        Standing current = new Standing(standing.phase(), Optional.ofNullable(due), standing.questions());
        return new ThreadIndex.ThreadEntry(
                id, agent, size, current, since, updatedAt, attempts, parked, labels, content == null);
    }

    /** Returns whether the thread has one of the agents and all labels of a query. */
    boolean matches(List<String> agents, Map<String, String> required) {
        return (agents.isEmpty() || agents.contains(agent)) && labels.entrySet().containsAll(required.entrySet());
    }
}
