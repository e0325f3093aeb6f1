package dev.escapement.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of a thread's object: the row, and {@linkplain EventBundles the events}. If an operator kills an execution, then events
 * follow the number of the row; all methods include them. Used by exclusive handlers; {@link EventPages} is for shared ones.
 */
final class ObjectState {

    private static final String ROW = "row";

    private final ObjectJournal journal;
    private final EventBundles bundles;

    ObjectState(ObjectJournal journal) {
        this.journal = journal;
        this.bundles = new EventBundles(journal);
    }

    /** Returns the row; empty if the thread is not stored. */
    Optional<ThreadRow> row() {
        return journal.get(ROW, ThreadRowCodec.INSTANCE);
    }

    /** Replaces the row. */
    void set(ThreadRow row) {
        journal.set(ROW, ThreadRowCodec.INSTANCE.encode(row));
    }

    /** Returns the events of a thread that is stored and not erased. */
    EventTexts events(ThreadRow row) {
        EventTexts events = new EventTexts(journal.threadId(), bundles.read(0, row.size()));
        events.add(following(events.size()));
        return events;
    }

    /** Returns the number of stored events. */
    int size(ThreadRow row) {
        return row.size() + following(row.size()).size();
    }

    /** Appends events. */
    void append(int position, List<JsonText> events) {
        for (int i = 0; i < events.size(); i++) {
            journal.set(EventBundles.eventName(position + i), events.get(i).json());
        }
    }

    /**
     * Moves events to fewer keys at the end of an execution. The row that was last set must contain the number of all events.
     *
     * @param events all events of the thread
     */
    void bundle(EventTexts events) {
        bundles.move(events.texts());
    }

    /**
     * Replaces the whole state by a row. Sets the row first, because shared handlers can read the state between two changes:
     * a thread without a row would be unknown to them.
     */
    void erase(ThreadRow erased) {
        set(erased);
        journal.names().stream().filter(name -> !name.equals(ROW)).forEach(journal::clear);
    }

    private List<JsonText> following(int from) {
        List<JsonText> following = new ArrayList<>();
        Optional<JsonText> next = event(from);
        while (next.isPresent()) {
            following.add(next.get());
            next = event(from + following.size());
        }
        return following;
    }

    /** Returns an event that is stored under a key of its own. */
    Optional<JsonText> event(int position) {
        return journal.get(List.of(EventBundles.eventName(position))).get(0);
    }
}
