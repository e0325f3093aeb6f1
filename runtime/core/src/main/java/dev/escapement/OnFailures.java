package dev.escapement;

/** What happens to a thread whose model fails too often in a row. */
public enum OnFailures {

    /** The thread is stopped for good. */
    STOP,

    /** A person is asked what to do; what the person writes is shown to the model, and failures are counted anew. */
    ASK_PERSON
}
