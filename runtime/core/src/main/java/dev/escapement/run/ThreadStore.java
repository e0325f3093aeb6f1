package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/**
 * Keeps threads. Append-only: what is stored is never changed. Implementations must be safe for use by many threads of
 * execution, and by many processes if they share what they store in.
 */
public interface ThreadStore {

    /**
     * Reads a thread.
     *
     * @param id the thread's id
     * @return the thread, if it is stored
     */
    Optional<AgentThread> load(String id);

    /**
     * Adds one event to a thread, durably. The first event makes the thread.
     *
     * @param id the thread's id
     * @param position how many events the thread must have before: 0 for a new thread
     * @param event the event
     * @throws ConcurrentRunException if the thread has another number of events; nothing is stored then
     * @throws IllegalArgumentException if no thread can begin with the event, or have the id; nothing is stored then
     */
    void append(String id, int position, Event event);

    /**
     * Takes the right to drive a thread: whoever has it performs its commands, and nobody else does. Events may be
     * appended without it: a person's decision must not wait for a step to return.
     *
     * @param id the thread's id; whether the thread exists does not matter
     * @return the right, until it is closed; empty if somebody has it already. When a process dies, its leases end
     */
    Optional<Lease> lease(String id);

    /** The right to drive a thread. */
    interface Lease extends AutoCloseable {

        /** Gives the right back. Has no effect the second time. */
        @Override
        void close();
    }
}
