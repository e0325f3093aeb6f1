package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An append-only store of threads. Stored events never change, except that {@link #erase} removes their content.
 * Implementations must be safe for concurrent use, and for use by several processes if these share the storage.
 *
 * <pre>{@code
 * ThreadStore store = FileThreadStore.in(Path.of("threads"));
 * Optional<AgentThread> thread = store.load("case-1042");
 * }</pre>
 *
 * <p>Only the holder of a thread's {@linkplain #lease lease} executes the thread. Decisions of people are appended
 * without a lease; the expected position orders concurrent appends.
 *
 * <p>All methods throw {@link NullPointerException} with the name of the parameter as message if an argument is null,
 * and {@link StoreException} if the storage fails.
 */
public interface ThreadStore {

    /**
     * Returns the thread with a given id.
     *
     * @param id the id of the thread
     * @return the thread; empty if it is not stored
     * @throws ErasedThreadException if the content of the thread was erased
     */
    Optional<AgentThread> load(String id);

    /**
     * Returns the events of a thread from a position.
     *
     * @param id the id of the thread
     * @param fromPosition the number of events to skip, 0 or more
     * @return the events that follow, in order; empty if the thread has no more events
     * @throws IllegalArgumentException if the position is negative
     * @throws UnknownThreadException if the thread is not stored
     * @throws ErasedThreadException if the content of the thread was erased
     */
    List<Event> load(String id, int fromPosition);

    /**
     * Returns the current version of a thread.
     *
     * @param known an earlier version, which this store returned or to which every event of it was appended
     * @return an equal version if there are no later events
     * @throws UnknownThreadException if the thread is not stored
     */
    default AgentThread latest(AgentThread known) {
        Objects.requireNonNull(known, "known");
        AgentThread latest = known;
        for (Event event : load(known.id(), known.events().size())) {
            latest = latest.with(event);
        }
        return latest;
    }

    /**
     * Returns whether the storage is a durable engine, which executes the threads itself after each append. Runners and
     * inboxes then only append; {@link #lease} always returns empty.
     *
     * @return {@code false} by default
     */
    default boolean isEngine() {
        return false;
    }

    /**
     * Durably appends events to a thread and saves its standing. The first event creates the thread. When the method
     * returns, everything is stored; if it throws one of the documented exceptions, nothing is, except that the outcome can
     * be unknown after {@link StoreException.Reason#UNAVAILABLE}.
     *
     * @param append the events, their position and the standing
     * @throws ConcurrentRunException if the thread has another number of events
     * @throws LeaseLostException if the lease of the request was superseded
     * @throws UnknownThreadException if the request has no events and the thread is not stored
     * @throws ErasedThreadException if the content of the thread was erased
     * @throws IllegalArgumentException if a thread cannot start with the first event
     */
    void append(Append append);

    /**
     * Acquires a thread's lease, which is the exclusive right to execute the thread's commands. A lease can be acquired
     * if it is free or if its time has expired. Events may be appended without a lease, so that a person's decision does
     * not wait for a running step.
     *
     * @param id the id of the thread
     * @param time the time after which others can acquire the lease unless it is renewed; positive
     * @return the lease; empty if another holder has it, or if the thread is not stored
     */
    Optional<Lease> lease(String id, Duration time);

    /**
     * Deletes a thread with its events, labels, questions and uses of content. Its id can then be used again, with which
     * steps of the new thread would have the idempotency keys of the old one: do not reuse ids.
     *
     * <p>Other threads do not change. A parent that waits for a deleted child creates it again, and the open children of a
     * deleted parent continue: {@linkplain ThreadInbox#cancel cancel} the thread first, or use {@link Retention}.
     *
     * @param id the id of the thread
     * @return whether the thread was stored
     */
    boolean delete(String id);

    /**
     * Erases the content of a thread, for example at the request of the person to whom it belongs. The kinds, times and
     * checksums of the events remain, so that the thread can still be {@linkplain ThreadIndex listed} and verified. The
     * thread is {@linkplain Standing.Phase#STOPPED stopped} unless it had finished; its labels and questions are deleted.
     *
     * <p>Other threads do not change. A parent continues to wait for an erased child until a runner resumes it, and the open
     * children of an erased parent continue: {@linkplain ThreadInbox#cancel cancel} the thread first, or use {@link
     * Retention#erase}.
     *
     * @param id the id of the thread
     * @return whether the thread was stored
     */
    boolean erase(String id);

    /**
     * The exclusive right to execute the commands of a thread. Each acquisition has a greater token than all earlier
     * ones. Only the holder of the newest token can append under the lease; an expired lease that was not acquired by
     * another holder remains valid. Safe for concurrent use.
     */
    interface Lease extends AutoCloseable {

        /**
         * Returns the id of the thread.
         *
         * @return the id
         */
        String threadId();

        /**
         * Returns the token of this lease.
         *
         * @return the token, which a store may increase while it resolves an append with an unknown outcome
         */
        long token();

        /**
         * Returns the time after which others can acquire the lease unless it is renewed.
         *
         * @return the time with which the lease was acquired
         */
        Duration time();

        /**
         * Returns the time at which the lease was acquired.
         *
         * @return the time of the clock of the store
         */
        Instant acquiredAt();

        /**
         * Returns whether the time of the lease has not expired. Does not access the storage; uses a monotonic clock and
         * counts from the beginning of the last successful renewal, less a margin.
         *
         * @return {@code false} also if the lease is known to be superseded or is closed
         */
        boolean isHeld();

        /**
         * Returns whether a lease counts as held, for implementations of {@link #isHeld}. The last tenth of its time is a
         * margin.
         *
         * @param time the time of the lease
         * @param elapsed the time since the last successful renewal began, or since the acquisition began
         * @return {@code true} in the first nine tenths of the time
         */
        static boolean isWithin(Duration time, Duration elapsed) {
            long nanos = TimeUnit.NANOSECONDS.convert(time);
            return TimeUnit.NANOSECONDS.convert(elapsed) < nanos - nanos / 10;
        }

        /**
         * Extends the lease by its time.
         *
         * @return {@code false} if it was superseded or is closed
         */
        boolean renew();

        /**
         * Releases the lease. Has no effect if it is already released or superseded. Does not throw an exception if the
         * storage fails: others can then acquire the lease when its time has expired.
         */
        @Override
        void close();
    }
}
