package dev.escapement.run;

import dev.escapement.model.Delta;
import dev.escapement.thread.AgentThread;

/**
 * A listener that receives increments of the model's replies as they arrive. The {@link ThreadListener} receives the
 * complete replies as events.
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
     * Handles an increment of a reply. Called on the Java thread that executes the agent thread. Exceptions are logged
     * and otherwise ignored.
     *
     * @param thread the thread, without the reply
     * @param delta the increment
     */
    void arrived(AgentThread thread, Delta delta);
}
