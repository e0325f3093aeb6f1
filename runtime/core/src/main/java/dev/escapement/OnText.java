package dev.escapement;

/** What happens when a model writes text and calls no tool. */
public enum OnText {

    /** The text is for the person, and the thread waits for a message. */
    WAIT,

    /** The text is the result, and the thread is finished. */
    FINISH,

    /** The reply counts as a failure, and the model is told to call a tool. */
    REJECT
}
