package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

/**
 * The parts that the complete forms of the kill test share. They run for several minutes, only if a system property is
 * set, and print their figures. {@code chaos.seed} selects other random numbers.
 */
abstract class RandomKillContract {

    static final long SEED = Long.getLong("chaos.seed", 1);

    static final Duration LEASE_TIME = Duration.ofSeconds(2);

    /** The probability that a step throws an exception. */
    static final double FAILURES = 0.03;

    private static final Duration REST_TIME = Duration.ofMinutes(4);

    /** The number of threads that are moving at any time until the last kill. */
    private static final int MOVING_THREADS = 12;

    private static final List<String> EFFECTS = List.of(
            "effects READ: keys",
            "effects IDEMPOTENT: keys",
            "effects WRITE: keys",
            "effects DESTRUCTIVE: keys",
            "effects TRANSACTIONAL: calls");

    private static final List<String> DECISIONS = List.of(
            "people: approvals",
            "people: approvals with edited arguments",
            "people: refusals",
            "people: replies",
            "people: messages",
            "people: answers: run again",
            "people: answers: result found in the ledger");

    private int threads;

    /**
     * Lets people decide for a time, and starts threads.
     *
     * @param nanos the time
     * @param minThreads the number of threads that have started at the end
     * @param maxReplies the maximum number of replies of a thread
     */
    final void work(ChaosRun run, long nanos, int minThreads, int maxReplies) throws Exception {
        for (; threads < minThreads; threads++) {
            start(run, maxReplies);
        }
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            for (long moving = run.countMoving(); moving < MOVING_THREADS; moving++) {
                start(run, maxReplies);
                threads++;
            }
            run.round();
        }
    }

    /** Starts a thread with a random plan. */
    private void start(ChaosRun run, int maxReplies) {
        int replies = maxReplies / 3 + run.random().nextInt(maxReplies - maxReplies / 3);
        run.startThread("t" + threads, PlannedModel.randomInput(run.random(), replies));
    }

    /** Lets the threads come to rest, and verifies them, and that the kills met every kind of step and decision. */
    static void finish(ChaosRun run, int kills, int minThreads) throws Exception {
        run.awaitRest(REST_TIME);
        run.verify();
        ChaosReport report = run.report();
        report.requireAtLeast(kills, "kills");
        report.requireAtLeast(minThreads, "threads");
        report.requireAtLeast(kills, "takeovers");
        EFFECTS.forEach(figure -> report.requireAtLeast(kills / 4, figure));
        int each = kills < 25 ? 0 : 1; // low enough for a machine that is busy
        DECISIONS.forEach(figure -> report.requireAtLeast(each, figure));
        report.requireAtLeast(each, "keys of doubtful calls in use again");
        System.out.println("seed " + SEED + "\n" + report);
        assertEquals(List.of(), report.violations());
    }
}
