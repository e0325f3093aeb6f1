package dev.escapement;

/**
 * What happens when a model writes text and calls no tool. A text that was cut off or filtered is no text: the reply counts
 * as a failure, and the model is told why.
 */
public enum OnText {

    /** The text is for the person, and the thread waits for a message. So it does if the model refuses, and says so. */
    WAIT,

    /** The text is the result, and the thread is finished. */
    FINISH,

    /** The reply counts as a failure, and the model is told to call a tool. */
    REJECT
}
