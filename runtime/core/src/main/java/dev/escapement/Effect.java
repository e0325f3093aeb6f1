package dev.escapement;

/** The external effect of a step, which determines whether it can run again after a crash. */
public enum Effect {

    /** A step without side effects, which can run again. */
    READ,

    /** A step that is safe to repeat, because several runs have the same effect as one. */
    IDEMPOTENT,

    /** A step with side effects; after a crash, it runs again with the same idempotency key. */
    WRITE,

    /** A step whose effect cannot be undone. It never runs again automatically, and requires a gate. */
    DESTRUCTIVE
}
