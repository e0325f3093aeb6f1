package dev.escapement.run;

import dev.escapement.model.Delta;
import dev.escapement.thread.AgentThread;

/** Watches replies of the model while they arrive. What becomes of them is told to the {@link ThreadListener}. */
@FunctionalInterface
public interface DeltaListener {

    /**
     * A piece of a reply arrived. Called on the thread of execution that drives the thread; an exception is logged and
     * changes nothing.
     *
     * @param thread the thread, without the reply
     * @param delta the piece
     */
    void arrived(AgentThread thread, Delta delta);
}
