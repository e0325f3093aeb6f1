package dev.escapement.run;

import dev.escapement.thread.AgentThread;

/**
 * A decision or a reply came for which the thread does not wait, or no longer: somebody was faster, it was delivered
 * twice, or the thread has ended. Nothing was recorded.
 */
public final class NotWaitingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient AgentThread thread;

    NotWaitingException(AgentThread thread, String message) {
        super("Thread " + thread.id() + " " + message);
        this.thread = thread;
    }

    /**
     * The thread as it stands.
     *
     * @return the thread, in which it can be seen what was decided
     */
    public AgentThread thread() {
        return thread;
    }
}
