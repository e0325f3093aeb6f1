package dev.escapement;

/**
 * The reaction to too many consecutive failed replies or to a refusal. A refusal is not retried, because the model
 * would refuse again. Does not apply to a refusal with a text under {@link OnText#WAIT}: the thread then waits for a
 * message.
 */
public enum OnFailures {

    /** The thread stops permanently. */
    STOP,

    /**
     * The thread asks a person what to do. The model receives the person's reply, and the count of failures restarts.
     */
    ASK_PERSON
}
