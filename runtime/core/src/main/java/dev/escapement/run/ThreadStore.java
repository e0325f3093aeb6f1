package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Objects;
import java.util.Optional;

/**
 * An append-only store of threads. Stored events never change. Implementations must be safe for concurrent use, and for
 * use by several processes if these share the storage.
 *
 * <pre>{@code
 * ThreadStore store = FileThreadStore.in(Path.of("threads"));
 * Optional<AgentThread> thread = store.load("case-1042");
 * }</pre>
 *
 * <p>Only the holder of a thread's {@linkplain #lease lease} executes the thread. Decisions of people are appended
 * without a lease; the expected position orders concurrent appends.
 *
 * <p>All methods throw {@link NullPointerException} with the name of the parameter as message if an argument is null.
 */
public interface ThreadStore {

    /**
     * Returns the thread with a given id.
     *
     * @param id the id of the thread
     * @return the thread; empty if it is not stored
     */
    Optional<AgentThread> load(String id);

    /**
     * Returns the current version of a thread. The default implementation loads the thread. A store can override the
     * method to read only the events that follow the known version.
     *
     * @param known an earlier version, which this store returned or to which every event of it was appended
     * @return the known version if there are no later events
     * @throws UnknownThreadException if the thread is not stored
     */
    default AgentThread latest(AgentThread known) {
        Objects.requireNonNull(known, "known");
        Optional<AgentThread> stored = load(known.id());
        if (stored.isEmpty()) {
            throw new UnknownThreadException(known.id());
        }
        return stored.get();
    }

    /**
     * Durably appends an event to a thread. The first event creates the thread.
     *
     * @param id the id of the thread
     * @param position the expected number of events before the append: 0 for a new thread
     * @param event the event
     * @throws ConcurrentRunException if the thread has another number of events; the event is not stored
     * @throws IllegalArgumentException if the id is empty, or a thread cannot start with the event; the event is not
     *     stored
     */
    void append(String id, int position, Event event);

    /**
     * Durably appends an event to a known version of a thread.
     *
     * @param known the version, with all stored events
     * @param event the event
     * @return the version with the event
     * @throws ConcurrentRunException if the thread has another number of events; the event is not stored
     */
    default AgentThread append(AgentThread known, Event event) {
        Objects.requireNonNull(known, "known");
        Objects.requireNonNull(event, "event");
        append(known.id(), known.events().size(), event);
        return known.with(event);
    }

    /**
     * Acquires a thread's lease, which is the exclusive right to execute the thread's commands. Events may be appended
     * without a lease, so that a person's decision does not wait for a running step.
     *
     * @param id the id of the thread, which need not exist
     * @return the lease, valid until it is closed or the process ends; empty if it is already held
     */
    Optional<Lease> lease(String id);

    /** The exclusive right to execute the commands of a thread. */
    interface Lease extends AutoCloseable {

        /** Releases the lease. Has no effect if it is already released. */
        @Override
        void close();
    }
}
