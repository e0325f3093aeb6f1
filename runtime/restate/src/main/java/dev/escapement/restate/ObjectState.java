package dev.escapement.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of a thread's object: the row, and {@linkplain EventBundles the events}. If an operator kills an execution, then events
 * follow the number of the row; all methods include them.
 */
final class ObjectState {

    private static final String ROW = "row";

    /** The number of characters after which {@link #page} does not read further bundles, and {@link #reply} ends. */
    private static final int PAGE = 4 << 20;

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

    /** Returns the first ones of the events of a page, which together fit into a message of Restate. */
    static List<JsonText> reply(List<JsonText> page) {
        int count = 0;
        int characters = 0;
        while (count < page.size() && characters < PAGE) {
            characters += page.get(count).json().length();
            if (characters > PAGE && count > 0) {
                break; // the next page begins with this event
            }
            count++;
        }
        return page.subList(0, count);
    }

    /** Returns the number of stored events. */
    int size(ThreadRow row) {
        return row.size() + following(row.size()).size();
    }

    /** Returns the events from a position: all of them, or as many as a reply should contain. */
    List<JsonText> page(ThreadRow row, int from) {
        List<JsonText> page = new ArrayList<>();
        int characters = 0;
        int next = from;
        while (next < row.size() && characters < PAGE) {
            int bundle = next - next % EventBundles.SIZE;
            int end = Math.min(bundle + EventBundles.SIZE, row.size());
            List<JsonText> read = bundles.read(bundle, end);
            read.stream().skip(next - bundle).forEach(page::add);
            characters += read.stream().mapToInt(event -> event.json().length()).sum();
            next = end;
        }
        if (from + page.size() >= row.size()) {
            page.addAll(following(from + page.size()));
        }
        return page;
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

    /** Replaces the whole state by a row. */
    void erase(ThreadRow erased) {
        journal.clear();
        set(erased);
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

    private Optional<JsonText> event(int position) {
        return journal.get(List.of(EventBundles.eventName(position))).get(0);
    }
}
