package dev.escapement.run;

import java.util.HashMap;
import java.util.Map;

/** The listener cursors of all threads that a runner is using. A cursor is removed when its last user leaves. */
final class ListenerCursors {

    private final ThreadListener listener;
    private final Map<String, ListenerCursor> cursors = new HashMap<>();

    ListenerCursors(ThreadListener listener) {
        this.listener = listener;
    }

    /** Returns the cursor of a thread for one more user, who must close it. */
    synchronized ListenerCursor open(String id) {
        ListenerCursor cursor = cursors.get(id);
        if (cursor == null) {
            cursor = new ListenerCursor(id, listener, this);
            cursors.put(id, cursor);
        }
        cursor.users(1);
        return cursor;
    }

    /** Removes the cursor of a thread if its last user has closed it. */
    synchronized void close(ListenerCursor cursor) {
        if (cursor.users(-1) == 0) {
            cursors.remove(cursor.threadId());
        }
    }
}
