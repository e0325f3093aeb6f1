package dev.escapement.thread;

/** A kind of reason for which a thread is stopped. */
public enum StopCause {

    /** The tokens or the cost of the thread's budget are used up. {@link Event.BudgetExtended} resumes the thread. */
    BUDGET,

    /** Too many consecutive replies of the model failed. */
    FAILURES,

    /** The model refused to reply. */
    REFUSAL,

    /** A person or the application stopped the thread. */
    CANCELLED
}
