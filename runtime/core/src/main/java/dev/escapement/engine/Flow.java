package dev.escapement.engine;

/** The kind of transition that follows a step, determined by the return type of its method. */
public enum Flow {

    /** The result is recorded, and the model decides the next step. */
    RETURNS,

    /** The step selects the next call, without a request to the model. */
    SELECTS,

    /** The thread waits for a reply of a person. */
    PAUSES,

    /** The thread ends. */
    FINISHES
}
