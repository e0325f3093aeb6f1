package dev.escapement.run;

/** Thrown if a thread belongs to an agent other than the runner's. The thread is unchanged. */
public final class WrongAgentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param id the id of the thread
     * @param owner the name of the agent to which the thread belongs
     * @param agent the name of the runner's agent
     */
    public WrongAgentException(String id, String owner, String agent) {
        super("Thread " + id + " belongs to the agent " + owner + ", and this runner drives " + agent
                + ". Use the runner of " + owner + ", or a store for each agent.");
    }
}
