package dev.escapement.spring;

import java.util.Objects;

/**
 * A failure in the setup of agents in an application context. At the start of the application, Spring Boot prints the
 * description and the action. Neither contains secrets.
 */
public final class AgentSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String description;
    private final String action;

    /** The kind of a failure. */
    public enum Reason {
        /** The class path does not contain the loop that the annotation processor generates for an agent. */
        LOOP_MISSING,
        /** Two beans have the same agent class. */
        DUPLICATE_AGENT,
        /** The settings do not determine a store, or name a bean that does not exist. */
        STORE_MISSING,
        /** The store does not support the database or a setting of it. */
        STORE_UNSUPPORTED,
        /** The context has several data sources or transaction managers, and the settings do not select one. */
        STORE_AMBIGUOUS,
        /** Other computers could use the inbox and the API, which do not have an authenticator. */
        OPEN_ACCESS,
        /** The worker cannot execute the threads of the runners, because they use another store. */
        WORKER_UNSUPPORTED,
        /** Two runners execute the threads of the same agent. */
        DUPLICATE_RUNNER,
        /** The transaction manager does not manage the data source of the store. */
        TRANSACTIONS_ELSEWHERE,
        /** The context does not have a model for the agents. */
        MODEL_MISSING,
        /** The context has several models for an agent, and the settings do not select one. */
        MODEL_AMBIGUOUS,
        /** A setting of a model or of its selection is missing or invalid. */
        MODEL_INVALID
    }

    /**
     * Creates an exception.
     *
     * @param reason the kind of the failure
     * @param description the failure, in full sentences
     * @param action the remedy, in full sentences
     */
    public AgentSetupException(Reason reason, String description, String action) {
        super(description + " " + action);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.description = description;
        this.action = action;
    }

    /**
     * Returns the kind of the failure.
     *
     * @return the kind
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the failure without its remedy.
     *
     * @return full sentences
     */
    public String description() {
        return description;
    }

    /**
     * Returns the remedy.
     *
     * @return full sentences
     */
    public String action() {
        return action;
    }
}
