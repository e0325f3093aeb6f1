package dev.escapement.engine;

/** The kind of transition that follows a step, determined by the return type of its method. */
public enum Flow {

    /** A result, after which the model decides the next step. */
    RETURNS,

    /** A selection of the next call by the step, without a request to the model. */
    SELECTS,

    /** A pause, in which the thread waits for a reply of a person. */
    PAUSES,

    /** The end of the thread. */
    FINISHES
}
