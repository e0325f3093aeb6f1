package dev.escapement.jdbc.chaos;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tests a worker process on SQLite that is killed at {@code -Dchaos.kills=100} random moments. */
class SqliteRandomKillTest extends RandomKillContract {

    private static final int MAX_MILLIS = 4_000;
    private static final int MAX_REPLIES = 8;

    @Test
    @EnabledIfSystemProperty(named = "chaos.kills", matches = "\\d+")
    void threadsOfKilledProcessesContinue() throws Exception {
        int kills = Integer.getInteger("chaos.kills");
        try (ChaosRun run = ChaosRun.onSqlite(LEASE_TIME, SEED)) {
            for (int kill = 0; kill < kills; kill++) {
                WorkerProcess process = run.startProcess(FAILURES);
                process.awaitReady();
                run.restarted();
                long time = TimeUnit.MILLISECONDS.toNanos(run.random().nextInt(MAX_MILLIS));
                work(run, time, 0, MAX_REPLIES);
                run.kill(process);
            }
            run.startProcess(0).awaitReady();
            run.restarted();
            finish(run, kills, kills / 4);
        }
    }
}
