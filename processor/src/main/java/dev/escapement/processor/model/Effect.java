package dev.escapement.processor.model;

/** What running a step does; the constants of {@code dev.escapement.Effect}. */
public enum Effect {
    READ,
    IDEMPOTENT,
    WRITE,
    DESTRUCTIVE
}
