package dev.escapement.run;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** What a listener has heard of each thread that somebody is at work on. Forgets a thread once nobody is. */
final class ListenerCursors {

    private final ThreadListener listener;
    private final ConcurrentMap<String, ListenerCursor> cursors = new ConcurrentHashMap<>();

    ListenerCursors(ThreadListener listener) {
        this.listener = listener;
    }

    /**
     * Does some work on a thread.
     *
     * @param id the thread's id
     * @param work given what the listener has heard of the thread
     * @return what the work gives
     */
    <T> T during(String id, Function<ListenerCursor, T> work) {
        ListenerCursor cursor =
                cursors.compute(id, (key, known) -> entered(known == null ? new ListenerCursor(listener) : known));
        try {
            return work.apply(cursor);
        } finally {
            cursors.computeIfPresent(id, (key, known) -> known.users(-1) == 0 ? null : known);
        }
    }

    private static ListenerCursor entered(ListenerCursor cursor) {
        cursor.users(1);
        return cursor;
    }
}
