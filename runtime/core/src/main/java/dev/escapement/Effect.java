package dev.escapement;

/** The external effect of a step. It determines whether the step can run again after a crash. */
public enum Effect {

    /** The step has no side effects and can run again. */
    READ,

    /** The step is safe to repeat, because repeated runs have the same effect as one run. */
    IDEMPOTENT,

    /** The step has side effects. After a crash, it runs again with the same idempotency key. */
    WRITE,

    /** The step has an effect that cannot be undone. It never runs again automatically, and requires a gate. */
    DESTRUCTIVE
}
