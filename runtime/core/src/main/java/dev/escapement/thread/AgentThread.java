package dev.escapement.thread;

import dev.escapement.json.JsonCodec;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conversation or job of an agent, from its start to its end: an id and a list of events. All state is derived from
 * the events. Immutable; {@link #with} costs the same at any length, and versions of one thread share their events.
 */
public final class AgentThread {

    /** Reads and writes whole threads as JSON: an object with {@code id} and {@code events}. */
    public static final JsonCodec<AgentThread> CODEC = new AgentThreadCodec();

    private final String id;
    private final EventLog log;
    private final int size;
    private final ThreadState state;

    private AgentThread(String id, EventLog log, int size, ThreadState state) {
        this.id = id;
        this.log = log;
        this.size = size;
        this.state = state;
    }

    /**
     * Creates a thread from its events.
     *
     * @param id the name of the thread in its store; not empty
     * @param events all events, oldest first; the first is {@link Event.Started}
     * @throws IllegalArgumentException if the id is empty, or the first event is another one
     */
    public AgentThread(String id, List<Event> events) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a thread needs an id");
        }
        if (events.isEmpty() || events.get(0).kind() != EventKind.STARTED) {
            throw new IllegalArgumentException("a thread begins with the event started");
        }
        EventLog filled = EventLog.empty();
        ThreadState folded = ThreadState.initial();
        int count = 0;
        for (Event event : events) {
            filled = filled.with(count++, Objects.requireNonNull(event, "event"));
            folded = folded.apply(event);
        }
        this.id = id;
        this.log = filled;
        this.size = count;
        this.state = folded;
    }

    /**
     * Returns this thread after one more event.
     *
     * @param event the event
     * @return a new version; this one does not change
     */
    public AgentThread with(Event event) {
        Objects.requireNonNull(event, "event");
        return new AgentThread(id, log.with(size, event), size + 1, state.apply(event));
    }

    /**
     * Returns the name of the thread in its store.
     *
     * @return the id; not empty
     */
    public String id() {
        return id;
    }

    /**
     * Returns the events.
     *
     * @return an unmodifiable list, oldest first; the first is {@link Event.Started}
     */
    public List<Event> events() {
        return log.events(size);
    }

    /**
     * Returns the state that follows from the events. For authors of engines.
     *
     * @return the state, already folded
     */
    public ThreadState state() {
        return state;
    }

    /**
     * Returns the name of the agent.
     *
     * @return the name that was recorded when the thread started
     */
    public String agent() {
        return started().agent();
    }

    /**
     * Returns the budget.
     *
     * @return the limits that were recorded when the thread started
     */
    public Budget budget() {
        return started().budget();
    }

    private Event.Started started() {
        return (Event.Started) events().get(0);
    }

    /**
     * Returns the budget used so far.
     *
     * @return the usage, counted over all events
     */
    public BudgetUsage usage() {
        return state.usage();
    }

    /**
     * Finds a call by its id.
     *
     * @param callId the id
     * @return the call as the model, or a step, selected it; empty if the thread has no such call
     */
    public Optional<Call> call(String callId) {
        return log.indexOfCall(size, callId).stream()
                .mapToObj(events()::get)
                .flatMap(event -> EventLog.introducedBy(event).stream())
                .filter(call -> call.id().equals(callId))
                .findFirst();
    }

    /**
     * Returns whether the thread has finished or was stopped.
     *
     * @return true after its end; events that follow are only kept for the record
     */
    public boolean hasEnded() {
        return state.end().isPresent();
    }

    /**
     * Returns the newest event.
     *
     * @return the last element of {@link #events}
     */
    public Event last() {
        return events().get(size - 1);
    }

    /**
     * Writes the thread as JSON.
     *
     * @return the form of {@link #CODEC}
     */
    public String toJson() {
        return CODEC.encode(this);
    }

    /**
     * Reads a thread from JSON.
     *
     * @param json the form of {@link #CODEC}
     * @return the thread
     * @throws IllegalArgumentException if the text is not a thread; the message lists the violations
     */
    public static AgentThread fromJson(String json) {
        return CODEC.decode(json).fold(accepted -> accepted.value(), rejected -> {
            throw new IllegalArgumentException("The text is not a thread: " + rejected.violations());
        });
    }

    /** Threads are equal if their ids and events are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AgentThread thread
                        && size == thread.size
                        && id.equals(thread.id)
                        && events().equals(thread.events()));
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + events().hashCode();
    }

    @Override
    public String toString() {
        return "AgentThread[id=" + id + ", events=" + events() + "]";
    }
}
