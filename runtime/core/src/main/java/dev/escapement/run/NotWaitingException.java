package dev.escapement.run;

import dev.escapement.thread.AgentThread;

/**
 * Thrown if a thread does not wait for a decision or reply, because another decision came first, it was delivered
 * twice, or the thread has ended. The thread is unchanged.
 */
public final class NotWaitingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient AgentThread thread;

    NotWaitingException(AgentThread thread, String message) {
        super("Thread " + thread.id() + " " + message);
        this.thread = thread;
    }

    /**
     * Returns the thread in its current state.
     *
     * @return the thread, which contains the earlier decision if there is one; null after deserialization
     */
    public AgentThread thread() {
        return thread;
    }
}
