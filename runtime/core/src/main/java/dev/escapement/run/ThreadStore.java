package dev.escapement.run;

import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Event;
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
     */
    void append(String id, int position, Event event);
}
