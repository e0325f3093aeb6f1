package dev.escapement.jdbc;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.StoreException;
import dev.escapement.testkit.StoreFixture;
import dev.escapement.testkit.StoreRaceContract;
import dev.escapement.testkit.ThreadQueueContract;
import dev.escapement.testkit.TransactionalFixture;
import dev.escapement.testkit.TransactionalStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs contracts of stores through pgbouncer in transaction mode. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PgBouncerTest {

    private static PgBouncer bouncer;
    private static PostgresDatabases databases;

    @BeforeAll
    static void start(PostgresServer server) throws Exception {
        Path program = PgBouncer.program()
                .orElseGet(() -> Assumptions.abort("pgbouncer is not installed: install Debian's package pgbouncer"));
        bouncer = PgBouncer.start(program, server);
        databases = PostgresDatabases.of(bouncer.url(database(server), 0));
    }

    private static String database(PostgresServer server) throws Exception {
        String url = server.newDatabase();
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    @AfterAll
    static void stop() throws Exception {
        if (bouncer != null) {
            databases.close();
            bouncer.close();
        }
    }

    @Nested
    final class Races extends StoreRaceContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return databases.newSchema();
        }
    }

    @Nested
    final class DueThreads extends ThreadQueueContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return databases.newSchema();
        }
    }

    @Nested
    final class StepTransactions extends TransactionalStoreContract {
        @Override
        protected TransactionalFixture fixture() throws Exception {
            return databases.newSchema();
        }
    }

    /** Connections of the client share the connection to the server, which knows the prepared statement of another one. */
    @Test
    void preparedStatementsAreExplained(PostgresServer server) throws Exception {
        JdbcStoreBuilder builder = JdbcThreadStore.of(new DriverManagerDataSource(bouncer.url(database(server), 1)));

        StoreException failed = assertThrows(StoreException.class, builder::build);

        assertTrue(failed.getMessage().contains("prepareThreshold=0"), failed::getMessage);
    }
}
