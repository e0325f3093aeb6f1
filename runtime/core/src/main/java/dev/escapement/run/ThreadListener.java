package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;

/**
 * A listener that receives the events of the threads that a runner executes. It receives each event once, in order,
 * after the event was stored. This includes decisions that other callers record while the runner executes the thread;
 * decisions recorded while another process executes the thread go to that process's listener.
 *
 * <pre>{@code
 * ThreadListener listener = (thread, event) -> System.out.println(thread.id() + " " + event.kind());
 * }</pre>
 */
@FunctionalInterface
public interface ThreadListener {

    /**
     * Handles a stored event. Called on the Java thread that executes the agent thread. Exceptions are logged and
     * otherwise ignored.
     *
     * @param thread the thread, including the event
     * @param event the event
     */
    void recorded(AgentThread thread, Event event);
}
