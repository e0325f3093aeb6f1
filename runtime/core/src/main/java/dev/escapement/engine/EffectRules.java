package dev.escapement.engine;

import dev.escapement.Effect;

/** The rules of recovery and concurrency for each effect. */
final class EffectRules {

    private EffectRules() {}

    /** Returns whether a step with the effect may have changed something when its outcome is unknown. */
    static boolean mayChangeState(Effect effect) {
        return switch (effect) {
            case READ -> false;
            case IDEMPOTENT, WRITE, DESTRUCTIVE -> true;
        };
    }

    /** Returns whether a step with the effect may run again, without a person's decision, when its outcome is unknown. */
    static boolean mayRunAgain(Effect effect) {
        return switch (effect) {
            case READ, IDEMPOTENT, WRITE -> true;
            case DESTRUCTIVE -> false;
        };
    }
}
