package dev.escapement.processor.model;

/** The effect of a step; the constants of {@code dev.escapement.Effect}. */
public enum Effect {
    READ,
    IDEMPOTENT,
    WRITE,
    DESTRUCTIVE;

    /** Returns whether a repeated execution has another effect than a single one. */
    public boolean writes() {
        return switch (this) {
            case READ, IDEMPOTENT -> false;
            case WRITE, DESTRUCTIVE -> true;
        };
    }

    /** Returns whether a step with this effect requires a gate. */
    public boolean requiresGate() {
        return switch (this) {
            case READ, IDEMPOTENT, WRITE -> false;
            case DESTRUCTIVE -> true;
        };
    }
}
