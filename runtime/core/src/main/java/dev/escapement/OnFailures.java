package dev.escapement;

/**
 * The action to take after too many consecutive failed replies, or after a refusal. A refusal is not retried, because
 * the model would refuse again. The action does not apply to a refusal with text under {@link OnText#WAIT}: the thread
 * then waits for a message.
 */
public enum OnFailures {

    /** The thread stops permanently. */
    STOP,

    /**
     * The thread asks a person how to continue. The model receives the person's reply, and the count of failures
     * restarts.
     */
    ASK_PERSON
}
