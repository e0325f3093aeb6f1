package dev.escapement;

/**
 * The action to take after a reply that contains text but does not call a tool. A reply whose text was truncated or
 * filtered always counts as a failure, and the model receives the reason.
 */
public enum OnText {

    /**
     * The person receives the text, and the thread waits for a message. A refusal with text is treated the same way.
     */
    WAIT,

    /** The thread finishes with the text as its result. */
    FINISH,

    /** The reply counts as a failure, and the model is instructed to call a tool. */
    REJECT
}
