package dev.escapement.samples.retail;

import com.zaxxer.hikari.HikariDataSource;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.jdbc.PostgresExtension;
import dev.escapement.jdbc.PostgresServer;
import dev.escapement.run.ThreadStore;
import java.sql.Connection;
import java.sql.Statement;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of stops of the front desk and its sub-agents with threads in PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class DeskTreePostgresTest extends DeskTreeCrashContract {

    private final HikariDataSource database = new HikariDataSource();
    private int schemas;

    DeskTreePostgresTest(PostgresServer server) throws Exception {
        database.setJdbcUrl(server.newDatabase());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Supplier<ThreadStore> newDisk() throws Exception {
        String schema = "s" + schemas++;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        return () -> JdbcThreadStore.of(database).schema(schema).build();
    }
}
