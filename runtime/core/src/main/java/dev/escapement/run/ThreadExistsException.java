package dev.escapement.run;

import dev.escapement.thread.AgentThread;

/**
 * Thrown if a thread is started with the id of a stored thread. The stored thread is unchanged. {@link
 * Runner#startOrGet} continues it instead.
 */
public final class ThreadExistsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AgentThread thread;

    ThreadExistsException(AgentThread thread) {
        super(RunMessages.threadExists(thread.id()));
        this.thread = thread;
    }

    /**
     * Returns the stored thread.
     *
     * @return the thread; null after deserialization
     */
    public AgentThread thread() {
        return thread;
    }
}
