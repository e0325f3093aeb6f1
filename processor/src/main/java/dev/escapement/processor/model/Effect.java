package dev.escapement.processor.model;

/** The effect of a step. The constants are those of {@code dev.escapement.Effect}. */
public enum Effect {
    READ,
    IDEMPOTENT,
    WRITE,
    TRANSACTIONAL,
    DESTRUCTIVE;

    /** Returns whether repeated execution has a different effect from a single execution. */
    public boolean writes() {
        return switch (this) {
            case READ, IDEMPOTENT -> false;
            case WRITE, TRANSACTIONAL, DESTRUCTIVE -> true;
        };
    }

    /** Returns whether a step with this effect can run again automatically after an unknown outcome. */
    public boolean mayRunAgain() {
        return switch (this) {
            case READ, IDEMPOTENT, WRITE, TRANSACTIONAL -> true;
            case DESTRUCTIVE -> false;
        };
    }

    /**
     * Returns whether the outcome of a step with this effect can remain unknown. Otherwise the step has no effect, or a
     * repetition or a rollback determines the effect.
     */
    public boolean mayRemainUnknown() {
        return switch (this) {
            case READ, IDEMPOTENT, TRANSACTIONAL -> false;
            case WRITE, DESTRUCTIVE -> true;
        };
    }

    /** Returns whether a step with this effect requires a gate. */
    public boolean requiresGate() {
        return switch (this) {
            case READ, IDEMPOTENT, WRITE, TRANSACTIONAL -> false;
            case DESTRUCTIVE -> true;
        };
    }
}
