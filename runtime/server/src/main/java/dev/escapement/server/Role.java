package dev.escapement.server;

/** A permission of an {@link Identity}. A role does not include others. */
public enum Role {

    /** Reads threads, questions and the agents. */
    READER,

    /** Starts threads and sends messages. */
    STARTER,

    /** Approves, refuses and replies, as far as the {@link DecisionPolicy} permits. */
    APPROVER,

    /** Cancels, forks, extends and resolves threads, as far as the {@link DecisionPolicy} permits. */
    OPERATOR,

    /** Sends the replies in progress of threads that another process executes, with a {@link DeltaForwarder}. */
    DRIVER
}
