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

    /** Starts a thread with a random plan. */
    static void start(ChaosRun run, int number, int maxReplies) {
        int replies = maxReplies / 3 + run.random().nextInt(maxReplies - maxReplies / 3);
        run.startThread("t" + number, PlannedModel.randomInput(run.random(), replies));
    }

    /** Lets the threads come to rest, and verifies them. */
    static void finish(ChaosRun run) throws Exception {
        run.awaitRest(REST_TIME);
        List<String> violations = run.verify();
        System.out.println("seed " + SEED + "\n" + run.report());
        assertEquals(List.of(), violations);
    }
}
