package dev.escapement.run;

import dev.escapement.model.Delta;
import dev.escapement.thread.AgentThread;

/**
 * A listener that receives the replies of the model while they arrive. The {@link ThreadListener} receives the complete
 * replies as events.
 *
 * <pre>{@code
 * DeltaListener listener = (thread, delta) -> {
 *     if (delta instanceof Delta.Text text) {
 *         System.out.print(text.text());
 *     }
 * };
 * }</pre>
 */
@FunctionalInterface
public interface DeltaListener {

    /**
     * Handles a piece of a reply. Called on the Java thread that drives the agent thread. Exceptions are logged and
     * otherwise ignored.
     *
     * @param thread the thread, without the reply
     * @param delta the piece
     */
    void arrived(AgentThread thread, Delta delta);
}
