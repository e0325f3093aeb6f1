package dev.escapement.samples.benchmarks.chaos;

import java.util.Random;

/**
 * The moment at which a process is killed.
 *
 * @param step the number of the step inside which the process waits for the kill, counted from 1; 0 for a kill at a
 *     random moment
 * @param beforeEffect whether the step waits before its effect
 * @param micros the time from the first event of the process to a kill at a random moment, in microseconds
 */
record KillPlan(int step, boolean beforeEffect, int micros) {

    /** The plan of a process that is not killed while it works. */
    static final KillPlan NONE = new KillPlan(0, false, 0);

    private static final int MAX_STEP = 5;
    private static final int MAX_MICROS = 60_000;

    /** Returns a plan for a kill inside a step. */
    static KillPlan inside(Random random) {
        return new KillPlan(1 + random.nextInt(MAX_STEP), random.nextBoolean(), 0);
    }

    /** Returns a plan for a kill at a random moment. */
    static KillPlan random(Random random) {
        return new KillPlan(0, false, random.nextInt(MAX_MICROS));
    }

    /** Returns whether the process is killed inside a step. */
    boolean isInside() {
        return step > 0;
    }
}
