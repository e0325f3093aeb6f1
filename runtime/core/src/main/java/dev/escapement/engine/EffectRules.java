package dev.escapement.engine;

import dev.escapement.Effect;

/** The recovery and concurrency rules for each {@link Effect}. */
final class EffectRules {

    private EffectRules() {}

    /** Returns whether a step with the given effect may have changed external state if its outcome is unknown. */
    static boolean mayChangeState(Effect effect) {
        return switch (effect) {
            case READ -> false;
            case IDEMPOTENT, WRITE, TRANSACTIONAL, DESTRUCTIVE -> true;
        };
    }

    /**
     * Returns whether a step with the given effect may run again without a person's decision if its outcome is unknown.
     */
    static boolean mayRunAgain(Effect effect) {
        return switch (effect) {
            case READ, IDEMPOTENT, WRITE, TRANSACTIONAL -> true;
            case DESTRUCTIVE -> false;
        };
    }
}
