package dev.escapement.run;

import dev.escapement.thread.AgentThread;

/**
 * What the listener of a runner has heard of one thread: shared by all callers of the runner that are at work on the
 * thread, so that it hears of each event once, whoever recorded it and whoever tells. Only who has the thread's lease
 * tells.
 */
final class ListenerCursor {

    private static final System.Logger LOG = System.getLogger(ListenerCursor.class.getName());

    private final ThreadListener listener;
    private int users;
    private volatile int heard = -1;

    ListenerCursor(ThreadListener listener) {
        this.listener = listener;
    }

    /** One user more, or fewer; guarded by {@link ListenerCursors}. */
    int users(int more) {
        users += more;
        return users;
    }

    /** Begins with the event of this index, unless something was heard already. */
    synchronized void from(int index) {
        if (heard < 0) {
            heard = index;
        }
    }

    /** Whether all events of a thread were told. */
    boolean isComplete(AgentThread thread) {
        return heard >= thread.events().size();
    }

    /** Tells what the listener does not know yet. */
    void advanceTo(AgentThread thread) {
        from(thread.events().size());
        while (!isComplete(thread)) {
            int index = heard;
            heard = index + 1; // whatever the listener does, it hears of this event once
            try {
                listener.recorded(withEvents(thread, index + 1), thread.events().get(index));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "The listener failed on an event of thread " + thread.id(), e);
            }
        }
    }

    private static AgentThread withEvents(AgentThread thread, int size) {
        return size == thread.events().size()
                ? thread
                : new AgentThread(thread.id(), thread.events().subList(0, size));
    }
}
