package dev.escapement.run;

/** A thread was asked for that belongs to another agent; nothing was done to it. */
public final class WrongAgentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says whose thread it is.
     *
     * @param id the thread's id
     * @param owner the agent that it belongs to
     * @param agent the agent of the runner
     */
    public WrongAgentException(String id, String owner, String agent) {
        super("Thread " + id + " belongs to the agent " + owner + ", and this runner drives " + agent
                + ". Use the runner of " + owner + ", or a store for each agent.");
    }
}
