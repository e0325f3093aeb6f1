package dev.escapement.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of a thread's object: the row, and one value for each event. If an operator kills an execution, then events
 * follow the number of the row; all methods include them.
 */
final class ObjectState {

    private static final String ROW = "row";

    /** The minimum number of characters after which {@link #page} ends. */
    private static final int PAGE = 4 << 20;

    /** The number of events that {@link #page} reads at once. */
    private static final int BATCH = 100;

    private final ObjectJournal journal;

    ObjectState(ObjectJournal journal) {
        this.journal = journal;
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
        EventTexts events = new EventTexts(journal.threadId(), present(journal.get(names(0, row.size()))));
        events.add(following(events.size()));
        return events;
    }

    /** Returns the number of stored events. */
    int size(ThreadRow row) {
        return row.size() + following(row.size()).size();
    }

    /** Returns the events from a position: all of them, or as many as a reply should contain. */
    List<JsonText> page(ThreadRow row, int from) {
        List<JsonText> page = new ArrayList<>();
        int characters = 0;
        for (int i = from; i < row.size() && characters < PAGE; i += BATCH) {
            List<JsonText> batch = present(journal.get(names(i, Math.min(i + BATCH, row.size()))));
            page.addAll(batch);
            characters +=
                    batch.stream().mapToInt(event -> event.json().length()).sum();
        }
        if (from + page.size() >= row.size()) {
            page.addAll(following(from + page.size()));
        }
        return page;
    }

    /** Appends events. */
    void append(int position, List<JsonText> events) {
        for (int i = 0; i < events.size(); i++) {
            journal.set(name(position + i), events.get(i).json());
        }
    }

    /** Replaces the whole state by a row. */
    void erase(ThreadRow erased) {
        journal.clear();
        set(erased);
    }

    private List<JsonText> following(int from) {
        List<JsonText> following = new ArrayList<>();
        List<JsonText> next = present(journal.get(names(from, from + 1)));
        while (!next.isEmpty()) {
            following.addAll(next);
            int position = from + following.size();
            next = present(journal.get(names(position, position + 1)));
        }
        return following;
    }

    private static List<JsonText> present(List<Optional<JsonText>> values) {
        return values.stream().flatMap(Optional::stream).toList();
    }

    private static List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            names.add(name(i));
        }
        return names;
    }

    private static String name(int position) {
        return "e" + position;
    }
}
