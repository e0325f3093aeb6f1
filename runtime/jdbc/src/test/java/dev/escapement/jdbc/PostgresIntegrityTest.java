package dev.escapement.jdbc;

import dev.escapement.testkit.TransactionalFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests checksums, tombstones and ciphers on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresIntegrityTest extends IntegrityContract {

    private final PostgresDatabases databases;
    private PostgresDatabases.Fixture schema;

    PostgresIntegrityTest(PostgresDatabases databases) {
        this.databases = databases;
    }

    @Override
    TransactionalFixture newFixture() throws Exception {
        schema = databases.newSchema();
        return schema;
    }

    @Override
    JdbcStoreBuilder builder() {
        return schema.builder();
    }

    private String named(String sql) {
        return new TableNames(schema.schema(), "esc_").in(sql);
    }

    @Override
    void execute(String sql) throws Exception {
        schema.execute(named(sql));
    }

    @Override
    String query(String sql) throws Exception {
        return schema.query(named(sql));
    }
}
