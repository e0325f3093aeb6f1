package dev.escapement.jdbc.chaos;

import dev.escapement.jdbc.PostgresExtension;
import dev.escapement.jdbc.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests three worker processes on PostgreSQL, of which one is killed every 4 seconds for {@code -Dchaos.seconds=120}
 * seconds.
 */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresRandomKillTest extends RandomKillContract {

    private static final int PROCESSES = 3;
    private static final int THREADS = 200;
    private static final int INTERVAL_SECONDS = 4;
    private static final int MAX_REPLIES = 6;

    @Test
    @EnabledIfSystemProperty(named = "chaos.seconds", matches = "\\d+")
    void threadsOfKilledProcessesContinue(PostgresServer server) throws Exception {
        int kills = Integer.getInteger("chaos.seconds") / INTERVAL_SECONDS;
        try (ChaosRun run = ChaosRun.on(server.newDatabase(), LEASE_TIME, SEED)) {
            List<WorkerProcess> processes = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(run.startProcess(FAILURES));
            }
            for (WorkerProcess process : processes) {
                process.awaitReady();
            }
            for (int kill = 1; kill <= kills; kill++) {
                work(run, TimeUnit.SECONDS.toNanos(INTERVAL_SECONDS), THREADS * kill / kills, MAX_REPLIES);
                run.kill(processes.remove(0));
                processes.add(run.startProcess(FAILURES));
            }
            finish(run, kills, THREADS);
        }
    }
}
