package dev.escapement.jdbc.chaos;

import dev.escapement.jdbc.PostgresExtension;
import dev.escapement.jdbc.PostgresServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests stopped processes on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresStoppedWorkerTest extends StoppedWorkerContract {

    private final PostgresServer server;

    PostgresStoppedWorkerTest(PostgresServer server) {
        this.server = server;
    }

    @Override
    ChaosRun newRun() throws Exception {
        return ChaosRun.on(server.newDatabase(), LEASE_TIME, 2);
    }
}
