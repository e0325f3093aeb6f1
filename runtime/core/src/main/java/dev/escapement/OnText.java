package dev.escapement;

/**
 * The reaction to a reply that has text and does not call a tool. A reply whose text was truncated or filtered always
 * counts as a failure, and the model receives the reason.
 */
public enum OnText {

    /**
     * The text is for the person, and the thread waits for a message. A refusal with a text is treated the same way.
     */
    WAIT,

    /** The text is the result, and the thread finishes. */
    FINISH,

    /** The reply counts as a failure, and the model is instructed to call a tool. */
    REJECT
}
