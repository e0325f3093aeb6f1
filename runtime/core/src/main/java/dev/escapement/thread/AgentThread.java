package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.internal.text.AgentPath;
import dev.escapement.json.JsonCodec;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list of events, identified by an id, that records one conversation or job of an agent from start to end.
 * All state is derived from the events. Appending with {@link #with} takes constant time, and the versions of a thread
 * share their events. Safe for concurrent use.
 *
 * <pre>{@code
 * AgentThread thread = runner.start("The lamp from order A-1042 arrived broken");
 * for (Event event : thread.events()) {
 *     System.out.println(event.at() + " " + event.kind());
 * }
 * }</pre>
 */
@JacksonBinding
public final class AgentThread {

    /**
     * The codec that converts threads to and from JSON. A thread is an object with the properties {@code id} and
     * {@code events}.
     */
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
     * @param id the id of the thread in its store, not empty
     * @param events all events, oldest first; the first is {@link Event.Started}
     * @throws IllegalArgumentException if the id is empty, or the first event is of another type
     */
    public AgentThread(String id, List<Event> events) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a thread requires an id");
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
     * Returns a new version of this thread with an event appended.
     *
     * @param event the event
     * @return a new version; this one does not change
     */
    public AgentThread with(Event event) {
        Objects.requireNonNull(event, "event");
        EventLog extended = log.with(size, event);
        AgentThread newest = extended.newest();
        if (newest != null && newest.size == size + 1) {
            return newest; // another holder of this version, such as a store, has appended the same event
        }
        AgentThread next = new AgentThread(id, extended, size + 1, state.apply(event));
        extended.keep(next);
        return next;
    }

    /**
     * Returns the id of the thread in its store.
     *
     * @return the id, not empty
     */
    public String id() {
        return id;
    }

    /**
     * Returns the events of the thread.
     *
     * @return an unmodifiable list, oldest first; the first is {@link Event.Started}
     */
    public List<Event> events() {
        return log.events(size);
    }

    /**
     * Returns the state derived from the events. Intended for authors of engines.
     *
     * @return the state, already computed
     */
    public ThreadState state() {
        return state;
    }

    /**
     * Returns the files in an event. Intended for authors of stores, which record the contents that a thread uses.
     *
     * @param event the event
     * @return the files in order; empty if the event has none
     */
    public static List<Content.File> filesOf(Event event) {
        return UnsentFiles.of(event);
    }

    /**
     * Returns the default rendering of all events, or of those before the last reply if that reply has an unanswered
     * call.
     */
    Transcript transcript() {
        return log.transcript(size, state.callsAnswered());
    }

    /**
     * Returns the input of the thread and its source.
     *
     * @return the start that the first event contains
     */
    public Start start() {
        return ((Event.Started) events().get(0)).start();
    }

    /**
     * Returns the name that identifies the agent.
     *
     * @return the name recorded when the thread started, usually the qualified name of the agent's class
     */
    public String agent() {
        return ((Event.Started) events().get(0)).agent();
    }

    /**
     * Returns the name of the agent for people.
     *
     * @return the part of {@link #agent} after the last dot
     */
    public String agentSimpleName() {
        return AgentPath.simpleName(agent());
    }

    /**
     * Returns the budget of the thread.
     *
     * @return the limits recorded when the thread started, and their extensions
     */
    public Budget budget() {
        return state.budget();
    }

    /**
     * Returns the part of the budget that has been used so far.
     *
     * @return the tokens and the cost of the thread, and the steps, replies and working time of the current turn
     */
    public BudgetUsage usage() {
        return state.usage();
    }

    /**
     * Returns the call with a given id.
     *
     * @param callId the id of the call
     * @return the call as selected by the model or by a step; empty if the thread does not contain it
     */
    public Optional<Call> call(String callId) {
        OptionalInt index = log.indexOfCall(size, callId);
        if (index.isPresent()) {
            for (Call call : EventLog.introducedBy(events().get(index.getAsInt()))) {
                if (call.id().equals(callId)) {
                    return Optional.of(call);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the progress of a call that has not been answered.
     *
     * @param callId the id of the call
     * @return the progress; empty if the call is unknown or answered, or if the thread has ended
     */
    public Optional<CallProgress> openCall(String callId) {
        ReplyProgress reply = state().reply();
        CallProgress call = hasEnded() || reply == null ? null : reply.call(callId);
        return Optional.ofNullable(call).filter(found -> !found.answered());
    }

    /**
     * Returns the event that ended the thread. Later events, such as the outcome of a step that was running when the
     * thread was stopped, never replace it.
     *
     * @return {@link Event.Finished} or {@link Event.Stopped}; empty while the thread has not ended
     */
    public Optional<Event.End> end() {
        return state.end();
    }

    /**
     * Returns the status of the thread.
     *
     * @return the status, derived from the events alone
     */
    public ThreadStatus status() {
        return ThreadStatus.of(state);
    }

    /**
     * Returns whether the thread has finished or was stopped.
     *
     * @return {@code true} after its end; only an extension of an exhausted budget changes it
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
     * Returns the thread as JSON.
     *
     * @return JSON text in the form of {@link #CODEC}
     */
    public String toJson() {
        return CODEC.encode(this);
    }

    /**
     * Parses a thread from JSON.
     *
     * @param json JSON text in the form of {@link #CODEC}
     * @return the thread
     * @throws IllegalArgumentException if the JSON does not represent a thread; the message lists the violations
     */
    public static AgentThread fromJson(String json) {
        return CODEC.decode(json).fold(accepted -> accepted.value(), rejected -> {
            throw new IllegalArgumentException("The text is not a thread: " + rejected.violations());
        });
    }

    /** Returns whether an object is a thread with the same id and equal events. */
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
