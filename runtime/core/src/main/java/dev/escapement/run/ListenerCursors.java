package dev.escapement.run;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** The listener cursors of all threads that a runner is using. A cursor is removed when its last user leaves. */
final class ListenerCursors {

    private final ThreadListener listener;
    private final ConcurrentMap<String, ListenerCursor> cursors = new ConcurrentHashMap<>();

    ListenerCursors(ThreadListener listener) {
        this.listener = listener;
    }

    /**
     * Applies a function to the listener cursor of a thread.
     *
     * @param id the id of the thread
     * @param work the function
     * @return the result of the function
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
