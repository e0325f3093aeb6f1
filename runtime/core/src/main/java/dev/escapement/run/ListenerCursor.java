package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import org.jspecify.annotations.Nullable;

/**
 * The position of a runner's listener in the events of one thread. It is shared by all callers of the runner that work
 * on the thread, so that the listener receives each event once. Only the holder of the thread's lease advances it.
 */
final class ListenerCursor implements AutoCloseable {

    private final String threadId;
    private final ThreadListener listener;
    private final ListenerCursors cursors;
    private int users;
    private volatile int heard = -1;

    /** The version that ends with the event that the listener received last, if this cursor knows it. */
    private volatile @Nullable AgentThread last;

    ListenerCursor(String threadId, ThreadListener listener, ListenerCursors cursors) {
        this.threadId = threadId;
        this.listener = listener;
        this.cursors = cursors;
    }

    String threadId() {
        return threadId;
    }

    /** Adds a given number to the count of users and returns the new count. Guarded by {@link ListenerCursors}. */
    int users(int more) {
        users += more;
        return users;
    }

    /** Sets the position unless it is already set. */
    synchronized void from(int index) {
        if (heard < 0) {
            heard = index;
        }
    }

    /**
     * Omits the events that another runner recorded, whose listener has received them.
     *
     * @param known the version that this runner knows
     * @param newest the version at the time at which this runner acquired the lease
     */
    synchronized void skipOthers(AgentThread known, AgentThread newest) {
        int size = newest.events().size();
        if (size > known.events().size()
                && !PeoplesEvents.includeAll(
                        newest.events().subList(known.events().size(), size))) {
            heard = Math.max(heard, size);
        }
    }

    /** Returns whether the listener has received all events of a thread. */
    boolean isComplete(AgentThread thread) {
        return heard >= thread.events().size();
    }

    /** Notifies the listener of the events that it has not yet received. The time does not depend on the earlier ones. */
    void advanceTo(AgentThread thread) {
        from(thread.events().size());
        while (!isComplete(thread)) {
            int index = heard;
            heard = index + 1; // before the notification, so that a failing listener receives the event once
            AgentThread version = version(thread, index + 1);
            last = version;
            try {
                listener.recorded(version, version.last());
            } catch (Exception | LinkageError | StackOverflowError e) { // also a checked one, thrown undeclared
                RunLog.log(
                        ListenerCursor.class, System.Logger.Level.WARNING, RunMessages.listenerFailed(thread.id()), e);
            }
        }
        last = thread;
    }

    /** Returns the version of a thread with a number of events. */
    private AgentThread version(AgentThread thread, int size) {
        AgentThread before = last;
        if (size == thread.events().size()) {
            return thread;
        } else if (before != null
                && before.events().size() == size - 1
                && before.last().equals(thread.events().get(size - 2))) { // an engine can discard a heard event
            return before.with(thread.events().get(size - 1));
        }
        return new AgentThread(thread.id(), thread.events().subList(0, size));
    }

    @Override
    public void close() {
        cursors.close(this);
    }
}
