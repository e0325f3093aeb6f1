package dev.escapement.engine;

import dev.escapement.Effect;

/** The recovery and concurrency rules for each {@link Effect}. */
final class EffectRules {

    /** The number of attempts of a step that can run again, unless its annotation specifies another number. */
    private static final int ATTEMPTS = 3;

    /** The treatment of a step whose outcome is unknown and whose attempts are used up. */
    enum Recovery {

        /** The call is answered as failed, because the step has no effect or its effect was rolled back. */
        FAIL,

        /** The call is answered as possibly effective. */
        REPORT_DOUBT,

        /** A person decides. */
        ASK_PERSON
    }

    private EffectRules() {}

    /** Returns whether a step with the given effect may have changed external state if its outcome is unknown. */
    static boolean mayChangeState(Effect effect) {
        return switch (effect) {
            case READ, TRANSACTIONAL -> false;
            case IDEMPOTENT, WRITE, DESTRUCTIVE -> true;
        };
    }

    /** Returns whether a step with the given effect may run at the same time as other such steps. */
    static boolean mayRunConcurrently(Effect effect) {
        return switch (effect) {
            case READ -> true;
            case IDEMPOTENT, WRITE, TRANSACTIONAL, DESTRUCTIVE -> false;
        };
    }

    /**
     * Returns the number of attempts of a step.
     *
     * @param afterException whether the last attempt ended with an exception rather than a crash or an interruption
     * @param specified the number that the step's annotation specifies, or 0
     */
    static int attempts(Effect effect, boolean afterException, int specified) {
        return switch (effect) {
            case READ, TRANSACTIONAL, WRITE -> specified > 0 ? specified : afterException ? 1 : ATTEMPTS;
            case IDEMPOTENT -> specified > 0 ? specified : ATTEMPTS;
            case DESTRUCTIVE -> 1;
        };
    }

    /**
     * Returns the treatment of a step whose attempts are used up.
     *
     * @param afterException whether the last attempt ended with an exception rather than a crash or an interruption
     */
    static Recovery recovery(Effect effect, boolean afterException) {
        return switch (effect) {
            case READ, TRANSACTIONAL -> Recovery.FAIL;
            case IDEMPOTENT -> Recovery.REPORT_DOUBT;
            case WRITE -> afterException ? Recovery.REPORT_DOUBT : Recovery.ASK_PERSON;
            case DESTRUCTIVE -> Recovery.ASK_PERSON;
        };
    }

    /** Returns the effect of two that requires more caution in the recovery from an unknown outcome. */
    static Effect stricter(Effect first, Effect second) {
        return rank(first) >= rank(second) ? first : second;
    }

    private static int rank(Effect effect) {
        return switch (effect) {
            case READ -> 0;
            case TRANSACTIONAL -> 1;
            case IDEMPOTENT -> 2;
            case WRITE -> 3;
            case DESTRUCTIVE -> 4;
        };
    }
}
