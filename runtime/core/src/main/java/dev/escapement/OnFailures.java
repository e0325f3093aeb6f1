package dev.escapement;

/**
 * What happens to a thread whose model fails too often in a row, or refuses to reply: asked the same again, it would refuse
 * again. Not if the refusal is a text that {@link OnText#WAIT} leaves to the person.
 */
public enum OnFailures {

    /** The thread is stopped for good. */
    STOP,

    /** A person is asked what to do; what the person writes is shown to the model, and failures are counted anew. */
    ASK_PERSON
}
