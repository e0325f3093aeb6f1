package dev.escapement.run;

/** Thrown if a thread belongs to an agent other than the runner's. The thread is unchanged. */
public final class WrongAgentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String threadId;
    private final String owner;
    private final String agent;

    /**
     * Creates an exception.
     *
     * @param threadId the id of the thread
     * @param owner the name of the agent to which the thread belongs
     * @param agent the name of the runner's agent
     */
    public WrongAgentException(String threadId, String owner, String agent) {
        super(RunMessages.wrongAgent(threadId, owner, agent));
        this.threadId = threadId;
        this.owner = owner;
        this.agent = agent;
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
     * Returns the name of the runner's agent.
     *
     * @return the agent's name
     */
    public String agent() {
        return agent;
    }
}
