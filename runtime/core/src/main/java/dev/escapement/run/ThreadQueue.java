package dev.escapement.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The queue of the threads that a worker must continue, and the schedules that start threads. A queue is part of
 * a {@link ThreadStore}. A thread is due if its {@linkplain Standing#due due time} has passed and no holder has its
 * lease. Safe for concurrent use by several processes.
 */
public interface ThreadQueue {

    /**
     * Acquires the leases of due threads, the longest due first.
     *
     * @param agents the names of the agents whose threads to claim
     * @param limit the maximum number of threads, 1 or more
     * @param time the time of the leases
     * @return one claim for each thread; empty if none is due
     * @throws IllegalArgumentException if the limit or the time is not positive
     */
    List<Claim> claim(Set<String> agents, int limit, Duration time);

    /**
     * Renews several leases in one operation. {@link ThreadStore.Lease#isHeld} returns false for leases that were
     * superseded. If the method throws an exception, some of the leases may be renewed. If the exception is that of one
     * thread, with its {@link StoreException#threadId}, then {@link #claim} of this store must not return the thread before
     * its lease is closed, even if the time of the lease has expired.
     *
     * @param leases leases of this store
     */
    void renew(Collection<? extends ThreadStore.Lease> leases);

    /**
     * Releases the lease of a claimed thread whose execution failed. The thread is due again after a delay, with a higher
     * number of {@linkplain Claim#attempts attempts}. An append resets the number. If the thread has another {@linkplain
     * Claim#size number of events} than the claim, for example a decision, only the lease is released.
     *
     * @param claim the claim
     * @param delay the delay, 0 or more
     */
    void retry(Claim claim, Duration delay);

    /**
     * Releases the lease of a claimed thread whose execution failed repeatedly. The thread is not due again before an
     * append or {@link #wake}. If the thread has another {@linkplain Claim#size number of events} than the claim, only the
     * lease is released.
     *
     * @param claim the claim
     */
    void park(Claim claim);

    /**
     * Makes a thread that has not ended due at once and resets its number of attempts.
     *
     * @param id the id of the thread
     * @return whether the thread is stored and has not ended
     */
    boolean wake(String id);

    /**
     * Returns the time of the store's clock, which determines whether threads and ticks are due in all processes.
     *
     * @return the current time
     */
    Instant time();

    /**
     * Registers a schedule unless it is registered with the same definition. If the definition differs, the schedule is
     * replaced.
     *
     * @param schedule the name of the schedule
     * @param definition the definition of the ticks, such as a cron expression with its zone; not interpreted
     * @param first the time of the next tick of a new or replaced schedule
     * @return the time of the next tick
     */
    Instant register(String schedule, String definition, Instant first);

    /**
     * Atomically moves a schedule to a following tick and starts a thread, if the schedule still has the definition and is
     * at a given tick, and the time of the tick has passed. If a thread with the id exists, only the schedule is moved.
     *
     * @param tick the tick
     * @param start the first append of the thread
     * @return whether this call moved the schedule
     */
    boolean fire(Tick tick, Append start);

    /**
     * A thread whose lease was acquired by {@link #claim}.
     *
     * @param lease the lease
     * @param agent the name of the agent
     * @param attempts the number of failed executions since the last append
     * @param size the number of events of the thread. If an execution fails after it recorded more events, its failure is
     *     the first one since the last append; {@link #retry} and {@link #park} then require a claim with the new number
     */
    record Claim(ThreadStore.Lease lease, String agent, int attempts, int size) {}

    /**
     * A tick of a schedule.
     *
     * @param schedule the name of the schedule
     * @param definition the definition with which the schedule was registered
     * @param at the time of the tick
     * @param following the time of the tick to wait for afterwards
     */
    record Tick(String schedule, String definition, Instant at, Instant following) {}
}
