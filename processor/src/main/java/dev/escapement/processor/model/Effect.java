package dev.escapement.processor.model;

/** The effect of a step; the constants of {@code dev.escapement.Effect}. */
public enum Effect {
    READ,
    IDEMPOTENT,
    WRITE,
    DESTRUCTIVE
}
