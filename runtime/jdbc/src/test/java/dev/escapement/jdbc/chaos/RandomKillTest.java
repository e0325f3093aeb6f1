package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.jdbc.PostgresExtension;
import dev.escapement.jdbc.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The complete form of the kill test, which runs for several minutes:
 *
 * <ul>
 *   <li>{@code -Dchaos.kills=100}: a worker process on SQLite is killed at 100 random moments.
 *   <li>{@code -Pintegration -Dchaos.seconds=120}: three worker processes on PostgreSQL, of which one is killed every 4
 *       seconds.
 * </ul>
 *
 * <p>{@code -Dchaos.seed} selects other random numbers. The figures are printed.
 */
class RandomKillTest {

    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final Duration LEASE_TIME = Duration.ofSeconds(2);
    private static final Duration REST_TIME = Duration.ofMinutes(4);
    private static final double FAILURES = 0.03;
    private static final int MAX_REPLIES = 6;

    private static void start(ChaosRun run, int number) {
        int replies = 2 + run.random().nextInt(MAX_REPLIES);
        run.startThread("t" + number, PlannedModel.randomInput(run.random(), replies));
    }

    private static void finish(ChaosRun run, String name) throws Exception {
        run.awaitRest(REST_TIME);
        List<String> violations = run.verify();
        System.out.println(name + ", seed " + SEED + "\n" + run.report());
        assertEquals(List.of(), violations);
    }

    @Test
    @EnabledIfSystemProperty(named = "chaos.kills", matches = "\\d+")
    void processOnSqlite() throws Exception {
        int kills = Integer.getInteger("chaos.kills");
        int maxMillis = 4_000;
        int active = 12;
        try (ChaosRun run = ChaosRun.onSqlite(LEASE_TIME, SEED)) {
            int threads = 0;
            for (int kill = 0; kill < kills; kill++) {
                while (run.countMoving() < active) {
                    start(run, threads++);
                }
                WorkerProcess process = run.startProcess(FAILURES);
                process.awaitReady();
                run.restarted();
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(run.random().nextInt(maxMillis));
                while (System.nanoTime() < end) {
                    run.round();
                }
                run.kill(process);
            }
            run.startProcess(0).awaitReady();
            run.restarted();
            finish(run, "SQLite");
        }
    }

    @Nested
    @Tag("postgresql")
    @ExtendWith(PostgresExtension.class)
    @EnabledIfSystemProperty(named = "chaos.seconds", matches = "\\d+")
    class OnPostgres {

        private static final int PROCESSES = 3;
        private static final int THREADS = 200;
        private static final int INTERVAL_SECONDS = 4;

        @Test
        void threeProcesses(PostgresServer server) throws Exception {
            int kills = Integer.getInteger("chaos.seconds") / INTERVAL_SECONDS;
            try (ChaosRun run = ChaosRun.on(server.newDatabase(), LEASE_TIME, SEED)) {
                List<WorkerProcess> processes = new ArrayList<>();
                for (int i = 0; i < PROCESSES; i++) {
                    processes.add(run.startProcess(FAILURES));
                }
                for (WorkerProcess process : processes) {
                    process.awaitReady();
                }
                int threads = 0;
                for (int kill = 1; kill <= kills; kill++) {
                    for (; threads < THREADS * kill / kills; threads++) {
                        start(run, threads);
                    }
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(INTERVAL_SECONDS);
                    while (System.nanoTime() < end) {
                        run.round();
                    }
                    run.kill(processes.remove(0));
                    processes.add(run.startProcess(FAILURES));
                }
                finish(run, "PostgreSQL");
            }
        }
    }
}
