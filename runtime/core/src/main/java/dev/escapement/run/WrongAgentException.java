package dev.escapement.run;

import dev.escapement.thread.AgentThread;

/** Thrown if a thread belongs to an agent whose loop the runner or the inbox does not have. The thread is unchanged. */
public final class WrongAgentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AgentThread thread;
    private final String threadId;
    private final String owner;
    private final String agent;

    WrongAgentException(AgentThread thread, String agent) {
        super(RunMessages.wrongAgent(thread.id(), thread.agent(), agent));
        this.thread = thread;
        this.threadId = thread.id();
        this.owner = thread.agent();
        this.agent = agent;
    }

    /**
     * Returns the thread.
     *
     * @return the thread; null after deserialization
     */
    public AgentThread thread() {
        return thread;
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id
     */
    public String threadId() {
        return threadId;
    }

    /**
     * Returns the name of the agent that owns the thread.
     *
     * @return the agent's name
     */
    public String owner() {
        return owner;
    }

    /**
     * Returns the name of the first agent of the runner or the inbox.
     *
     * @return the agent's name
     */
    public String agent() {
        return agent;
    }
}
