package dev.escapement.run;

import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Event;

/** Hears of every event that a runner recorded, in order and after it was stored. */
@FunctionalInterface
public interface ThreadListener {

    /**
     * An event was stored. Called on the thread of execution of the run; an exception is logged and changes nothing.
     *
     * @param thread the thread, the event included
     * @param event the event
     */
    void recorded(AgentThread thread, Event event);
}
