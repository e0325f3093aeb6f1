package dev.escapement;

/** What running a step does to the world, and therefore what may happen to it after a crash. */
public enum Effect {

    /** Changes nothing: may run again. */
    READ,

    /** Running it twice is the same as running it once: may run again. */
    IDEMPOTENT,

    /** Changes something: runs again after a crash with the same idempotency key. */
    WRITE,

    /** Cannot be taken back: never runs again by itself, and needs a gate. */
    DESTRUCTIVE
}
