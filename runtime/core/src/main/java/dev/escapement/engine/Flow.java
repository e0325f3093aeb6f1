package dev.escapement.engine;

/** What follows a step, as the return type of its method says. */
public enum Flow {

    /** The result is recorded, and the model decides again. */
    RETURNS,

    /** The step selects the next call itself; the model is not asked. */
    SELECTS,

    /** The thread waits for a reply of a person. */
    PAUSES,

    /** The thread ends. */
    FINISHES
}
