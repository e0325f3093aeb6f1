package dev.escapement.jdbc.chaos;

import dev.escapement.jdbc.PostgresExtension;
import dev.escapement.jdbc.PostgresServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests kills after each statement of the transaction of a step on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresStatementKillTest extends StatementKillContract {

    private final PostgresServer server;

    PostgresStatementKillTest(PostgresServer server) {
        this.server = server;
    }

    @Override
    ChaosRun newRun() throws Exception {
        return ChaosRun.on(server.newDatabase(), LEASE_TIME, 4);
    }

    /** Sets the end of the lease, for which the store would wait. Waits for the transaction of the killed process. */
    @Override
    void endLease(ChaosDatabase database, String id) throws Exception {
        database.execute("update esc_thread set lease_until = statement_timestamp() where id = '" + id + "'");
    }

    @Test
    void eachStatementIsCompletedOrRolledBack() throws Exception {
        killAfterEachStatement();
    }
}
