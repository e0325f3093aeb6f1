package dev.escapement;

/** The external effect of a step, which determines whether it can run again after a crash. */
public enum Effect {

    /** A step without side effects, which can run again. */
    READ,

    /** A step whose repetition has the effect of a single run, so that it can run again. */
    IDEMPOTENT,

    /** A step with side effects, which runs again after a crash with the same idempotency key. */
    WRITE,

    /** A step whose effect cannot be undone. It never runs again automatically, and requires a gate. */
    DESTRUCTIVE
}
