package dev.escapement;

/** The external effect of a step, which determines whether it can run again after a crash. */
public enum Effect {

    /** The step changes nothing: it can run again. */
    READ,

    /** A repeated run has the effect of a single one: the step can run again. */
    IDEMPOTENT,

    /** The step changes something: after a crash it runs again with the same idempotency key. */
    WRITE,

    /** The effect cannot be undone: the step never runs again automatically, and requires a gate. */
    DESTRUCTIVE
}
