package dev.escapement.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.ThreadRow;
import dev.restate.sdk.common.TerminalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events of a thread in pages, for a shared handler. An execution can append events and move them to other keys between
 * two reads. It first sets the row that includes the events, then stores their bundle, and then removes their own keys:
 * an absent event was moved if a row that is read later includes it. An erasure first sets the row without content, and then
 * removes all events.
 */
final class EventPages {

    /** The number of characters after which a page does not continue with further events. */
    private static final int PAGE = 4 << 20;

    private final ObjectState state;
    private final EventBundles bundles;

    EventPages(ObjectJournal journal) {
        this.state = new ObjectState(journal);
        this.bundles = new EventBundles(journal);
    }

    /**
     * Returns the events from a position, also those of a running execution: all of them, or as many as a reply should
     * contain.
     */
    EventsReply read(int from) {
        List<JsonText> page = new ArrayList<>();
        Optional<ThreadRow> row = state.row();
        while (row.isPresent() && !row.get().erased()) {
            int before = page.size();
            extend(page, from, row.get().size());
            Optional<ThreadRow> known = row;
            row = isFull(page) ? known : state.row();
            int end = from + page.size();
            if (isFull(page) || row.filter(current -> isComplete(current, end)).isPresent()) {
                return new EventsReply(Status.DONE, Math.max(row.orElseThrow().size(), end), reply(page));
            } else if (row.equals(known) && page.size() == before) {
                throw new TerminalException("Events of the thread are missing in the state of its object from number "
                        + (end + 1) + " on. Restore the state of Restate from a backup, or erase the thread.");
            }
        }
        return row.map(erased -> new EventsReply(Status.ERASED, erased.size(), List.of()))
                .orElseGet(() -> new EventsReply(Status.UNKNOWN, 0, List.of()));
    }

    private static boolean isComplete(ThreadRow row, int end) {
        return !row.erased() && row.size() <= end;
    }

    /** Adds events up to the first absent one, or until the page is full. */
    private void extend(List<JsonText> page, int from, int size) {
        int next = from + page.size();
        while (next < size && !isFull(page)) {
            int first = next - next % EventBundles.SIZE;
            int end = Math.min(first + EventBundles.SIZE, size);
            List<JsonText> read = bundles.read(first, end);
            read.stream().skip(next - first).forEach(page::add);
            if (first + read.size() < end) {
                return;
            }
            next = end;
        }
        Optional<JsonText> following = isFull(page) ? Optional.empty() : state.event(next);
        while (following.isPresent()) {
            page.add(following.get());
            next++;
            following = isFull(page) ? Optional.empty() : state.event(next);
        }
    }

    private static boolean isFull(List<JsonText> page) {
        return page.stream().mapToLong(event -> event.json().length()).sum() >= PAGE;
    }

    /** Returns the first ones of the events of a page, which together fit into a message of Restate. */
    private static List<JsonText> reply(List<JsonText> page) {
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
}
