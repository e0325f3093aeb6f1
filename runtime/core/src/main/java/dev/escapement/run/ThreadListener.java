package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;

/**
 * Hears of the events of the threads that a runner works on, once each, in order, and after they were stored. Whoever
 * drives a thread tells of all that is recorded meanwhile, also of what others decide: while another process drives a
 * thread, that process's listener hears.
 */
@FunctionalInterface
public interface ThreadListener {

    /**
     * An event was stored. Called on the thread of execution that drives the thread; an exception is logged and changes nothing.
     *
     * @param thread the thread, the event included
     * @param event the event
     */
    void recorded(AgentThread thread, Event event);
}
