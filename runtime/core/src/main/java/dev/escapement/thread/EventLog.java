package dev.escapement.thread;

import dev.escapement.tool.Call;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A growable array that contains the events of all versions of a thread. A version is a prefix of the array: it stores
 * its length, and entries below that length never change. Appending to the longest version writes into the array;
 * appending to a shorter version, which starts a branch, copies the prefix. Safe for concurrent use if versions are
 * published safely.
 */
final class EventLog {

    private static final int MIN_CAPACITY = 8;

    private final Event[] events;

    /** The number of array entries in use. It exceeds the capacity by one after a longer log has replaced this log. */
    private final AtomicInteger used;

    /**
     * A map from call ids to the indexes of the events that introduced the calls, across all versions. Guarded by itself.
     */
    private final Map<String, Integer> calls;

    /** The longer log that replaced this log when it became full, or null if this log has not been replaced. */
    private volatile @Nullable EventLog longer;

    /** The longest rendering so far, across all versions. */
    private volatile Transcript transcript;

    /** The longest version that was created by appending to another one, or null. */
    private volatile @Nullable AgentThread newest;

    private EventLog(Event[] events, int used, Map<String, Integer> calls, Transcript transcript) {
        this.events = events;
        this.used = new AtomicInteger(used);
        this.calls = calls;
        this.transcript = transcript;
    }

    /** Returns an empty log. */
    static EventLog empty() {
        return new EventLog(new Event[MIN_CAPACITY], 0, new HashMap<>(), Transcript.EMPTY);
    }

    /**
     * Appends an event to a version of the thread.
     *
     * @param size the length of the version
     * @return the log that contains the new version, whose length is {@code size + 1}
     */
    EventLog with(int size, Event event) {
        EventLog log = holding(size, event);
        List<Call> introduced = introducedBy(event);
        if (!introduced.isEmpty()) {
            synchronized (log.calls) {
                for (Call call : introduced) {
                    log.calls.putIfAbsent(call.id(), size);
                }
            }
        }
        return log;
    }

    /**
     * Stores an event at index {@code size}, directly after the events of a version, and returns the log that contains
     * it.
     */
    private EventLog holding(int size, Event event) {
        if (size < events.length && events[size] == event) {
            return this; // another holder of the version, such as a store, has appended the same event
        }
        EventLog continued = longer;
        if (size == events.length && continued != null) {
            return continued.holding(size, event);
        }
        EventLog log = used.compareAndSet(size, size + 1) ? (size < events.length ? this : longer()) : branch(size);
        log.events[size] = event;
        return log;
    }

    private EventLog longer() {
        EventLog log = new EventLog(Arrays.copyOf(events, events.length * 2), events.length + 1, calls, transcript);
        longer = log;
        return log;
    }

    private EventLog branch(int size) {
        Map<String, Integer> own = new HashMap<>();
        synchronized (calls) {
            calls.forEach((id, index) -> {
                if (index < size) {
                    own.put(id, index);
                }
            });
        }
        Event[] copy = new Event[Math.max(MIN_CAPACITY, size * 2)];
        System.arraycopy(events, 0, copy, 0, size);
        return new EventLog(copy, size + 1, own, rendered(size));
    }

    /** Returns the longest version that was created by appending to another one, or null. */
    @Nullable
    AgentThread newest() {
        return newest;
    }

    /** Keeps a version so that other holders of its predecessor can use it. A race loses only the use of one version. */
    void keep(AgentThread version) {
        newest = version;
    }

    /** Returns the calls that an event introduces. */
    static List<Call> introducedBy(Event event) {
        return switch (event.kind()) {
            case MODEL_REPLIED -> ((Event.ModelReplied) event).calls();
            case CALL_SELECTED -> List.of(((Event.CallSelected) event).next());
            case ANSWERED_BY_PERSON ->
                ((AnsweredByPerson) event).next().map(List::of).orElse(List.of());
            case STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    REQUEST_FAILED,
                    TEXT_REJECTED,
                    CALL_REJECTED,
                    GATE_PASSED,
                    GATE_DENIED,
                    GATE_FAILED,
                    APPROVAL_ASKED,
                    APPROVED,
                    REFUSED,
                    STEP_STARTED,
                    STEP_RETURNED,
                    STEP_FAILED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    REPLY_RECEIVED,
                    EXPIRED,
                    AGENT_UPDATED,
                    DELEGATE_STARTED,
                    DELEGATE_ENDED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    BUDGET_EXTENDED,
                    FINISHED,
                    STOPPED -> List.of();
        };
    }

    /**
     * Returns the index of the event that introduced a call.
     *
     * @param size the length of the version
     * @return the index of the event; empty if the version does not contain the call
     */
    OptionalInt indexOfCall(int size, String callId) {
        Integer index;
        synchronized (calls) {
            index = calls.get(callId);
        }
        return index == null || index >= size ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Returns the part of a version's rendering that later events cannot change.
     *
     * @param size the length of the version
     * @param answered whether all calls of the last reply have been answered; otherwise later events can add answers,
     *     and the rendering ends before that reply
     */
    Transcript transcript(int size, boolean answered) {
        Transcript known = rendered(size);
        Transcript longer = answered ? known.beforeLastMessages(events(size)) : known.beforeLastReply(events(size));
        if (longer.events() > transcript.events()) {
            transcript = longer; // a race loses only the work of one rendering
        }
        return longer;
    }

    private Transcript rendered(int size) {
        Transcript known = transcript;
        return known.basis() <= size ? known : Transcript.EMPTY;
    }

    /** Returns an unmodifiable view of the events of a version. */
    List<Event> events(int size) {
        return new Version(events, size);
    }

    /** A list view of a prefix of the array. */
    private static final class Version extends AbstractList<Event> implements RandomAccess {

        private final Event[] events;
        private final int size;

        Version(Event[] events, int size) {
            this.events = events;
            this.size = size;
        }

        @Override
        public Event get(int index) {
            if (index >= size) {
                throw new IndexOutOfBoundsException("index " + index + " of " + size + " events");
            }
            return events[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
