package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.jdbc.PostgresExtension;
import dev.escapement.jdbc.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests workers whose server aborts all transactions and restarts, while they execute threads. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresRestartTest {

    private static final int RESTARTS = 4;
    private static final int THREADS = 10;

    @Test
    void threadsContinueAfterRestarts(PostgresServer server) throws Exception {
        try (ChaosRun run = ChaosRun.on(server.newDatabase(), Duration.ofSeconds(2), 3)) {
            run.startWorker();
            run.startWorker();
            for (int restart = 0; restart < RESTARTS; restart++) {
                for (int i = 0; i < THREADS; i++) {
                    run.startThread("t" + restart + i, PlannedModel.randomInput(run.random(), 6));
                }
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
                while (System.nanoTime() < end) {
                    run.round();
                }
                server.stop("QUIT");
                server.start();
            }
            run.awaitRest(Duration.ofMinutes(2));
            assertEquals(List.of(), run.verify());
        }
    }
}
