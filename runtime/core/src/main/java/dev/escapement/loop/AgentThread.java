package dev.escapement.loop;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One conversation or job of an agent, from its start to its end: a list of events and nothing else. All state is
 * derived from them. Immutable.
 *
 * @param id names the thread in its store; never empty
 * @param events what happened, oldest first; begins with {@link Event.Started}
 */
public record AgentThread(String id, List<Event> events) {

    /** Reads and writes whole threads as JSON: an object with {@code id} and {@code events}. */
    public static final JsonCodec<AgentThread> CODEC = new AgentThreadCodec();

    public AgentThread {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a thread needs an id");
        }
        events = List.copyOf(events);
        if (events.isEmpty() || !(events.get(0) instanceof Event.Started)) {
            throw new IllegalArgumentException("a thread begins with the event started");
        }
    }

    /**
     * This thread after one more event.
     *
     * @param event what happened
     * @return a new thread
     */
    public AgentThread with(Event event) {
        List<Event> longer = new ArrayList<>(events.size() + 1);
        longer.addAll(events);
        longer.add(Objects.requireNonNull(event, "event"));
        return new AgentThread(id, longer);
    }

    /**
     * Whose thread it is.
     *
     * @return the name of the agent
     */
    public String agent() {
        return ((Event.Started) events.get(0)).agent();
    }

    /**
     * What the thread may use up.
     *
     * @return the limits that were recorded when it started
     */
    public Budget budget() {
        return ((Event.Started) events.get(0)).budget();
    }

    /**
     * Finds a call.
     *
     * @param callId its id
     * @return the call as the model, or a step, selected it; empty if the thread has none of that id
     */
    public Optional<Call> call(String callId) {
        for (Event event : events) {
            if (event instanceof Event.ModelReplied replied) {
                for (Call call : replied.calls()) {
                    if (call.id().equals(callId)) {
                        return Optional.of(call);
                    }
                }
            } else if (event instanceof Event.CallSelected selected
                    && selected.next().id().equals(callId)) {
                return Optional.of(selected.next());
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the thread has finished or was stopped.
     *
     * @return whether nothing more will be done for it
     */
    public boolean hasEnded() {
        return events.stream().anyMatch(event -> event instanceof Event.Finished || event instanceof Event.Stopped);
    }

    /**
     * What happened last.
     *
     * @return the newest event
     */
    public Event last() {
        return events.get(events.size() - 1);
    }

    /**
     * The thread as JSON text.
     *
     * @return JSON text that {@link #fromJson} reads
     */
    public String toJson() {
        return CODEC.encode(this);
    }

    /**
     * Reads a thread from JSON text.
     *
     * @param json the text
     * @return the thread
     * @throws IllegalArgumentException if the text is no thread; the message tells every place that is wrong.
     *     {@link #CODEC} tells the same as data
     */
    public static AgentThread fromJson(String json) {
        Decoded<AgentThread> decoded = CODEC.decode(json);
        if (decoded instanceof Decoded.Accepted<AgentThread> accepted) {
            return accepted.value();
        }
        throw new IllegalArgumentException("this is no thread: " + decoded);
    }
}
