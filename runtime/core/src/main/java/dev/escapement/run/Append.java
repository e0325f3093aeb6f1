package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request to append events to a thread. A store executes it completely or not at all.
 *
 * @param threadId the id of the thread, not empty
 * @param position the expected number of stored events: 0 for a new thread
 * @param events the events; empty to change only the standing of a stored thread
 * @param lease the lease under which the events are appended; empty for a decision of a person. A superseded lease cannot
 *     append
 * @param standing the standing of the thread after the append
 */
public record Append(
        String threadId, int position, List<Event> events, Optional<ThreadStore.Lease> lease, Standing standing) {

    /**
     * Creates a request.
     *
     * @throws NullPointerException with the name of the component as message if it is null
     * @throws IllegalArgumentException if the id is empty, or the lease belongs to another thread
     */
    public Append {
        Objects.requireNonNull(threadId, "threadId");
        for (Event event : Objects.requireNonNull(events, "events")) {
            Objects.requireNonNull(event, "event");
        }
        events = List.copyOf(events);
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(standing, "standing");
        if (threadId.isEmpty()) {
            throw new IllegalArgumentException(RunMessages.EMPTY_ID);
        } else if (lease.isPresent() && !lease.get().threadId().equals(threadId)) {
            throw new IllegalArgumentException(
                    DriveMessages.otherLease(threadId, lease.get().threadId()));
        }
    }

    /**
     * Returns a request without a lease that leaves the thread {@linkplain Standing#RUNNABLE runnable}.
     *
     * @param threadId the id of the thread, not empty
     * @param position the expected number of stored events
     * @param events the events
     * @return the request
     */
    public static Append of(String threadId, int position, Event... events) {
        return new Append(threadId, position, Arrays.asList(events), Optional.empty(), Standing.RUNNABLE);
    }

    /**
     * Returns a request without a lease that appends an event to a known version of a thread.
     *
     * @param known the version, with all stored events
     * @param event the event
     * @param standing the standing of the thread after the append
     * @return the request
     */
    public static Append of(AgentThread known, Event event, Standing standing) {
        Objects.requireNonNull(known, "known");
        return new Append(
                known.id(), known.events().size(), Collections.singletonList(event), Optional.empty(), standing);
    }

    /**
     * Returns this request with a lease.
     *
     * @param lease the lease of the thread
     * @return a copy
     */
    public Append under(ThreadStore.Lease lease) {
        return new Append(threadId, position, events, Optional.of(lease), standing);
    }

    /**
     * Returns this request with another standing.
     *
     * @param standing the standing of the thread after the append
     * @return a copy
     */
    public Append with(Standing standing) {
        return new Append(threadId, position, events, lease, standing);
    }

    /**
     * Returns the labels of the thread that this request starts.
     *
     * @return the labels of the first event; empty if it does not start a thread
     */
    public Map<String, String> labels() {
        return !events.isEmpty() && events.get(0) instanceof Event.Started started
                ? started.start().labels()
                : Map.of();
    }
}
