package dev.escapement;

/**
 * The external effect of a step. It determines how a thread recovers if the step's outcome is unknown, after a crash, an
 * interruption, an {@link Error} or an exception that the step does not declare.
 */
public enum Effect {

    /** The step has no side effects. After a crash, it runs again; an exception is a failure. */
    READ,

    /** The step is safe to repeat, because repeated runs have the same effect as one run. It runs again after a fault. */
    IDEMPOTENT,

    /**
     * The step has side effects. After a crash, it runs again with the same idempotency key. After an exception, the
     * model is informed that the step may have taken effect.
     */
    WRITE,

    /**
     * The step writes to the database that also contains the thread, and its writes commit together with its event. A
     * fault rolls both back. Requires a thread store that supports it.
     */
    TRANSACTIONAL,

    /** The step has an effect that cannot be undone. It never runs again automatically, and requires a gate. */
    DESTRUCTIVE
}
