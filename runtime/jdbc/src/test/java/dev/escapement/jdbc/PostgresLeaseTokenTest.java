package dev.escapement.jdbc;

import dev.escapement.testkit.TransactionalFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the tokens of leases on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresLeaseTokenTest extends LeaseTokenContract {

    private final PostgresDatabases databases;
    private PostgresDatabases.Fixture schema;

    PostgresLeaseTokenTest(PostgresDatabases databases) {
        this.databases = databases;
    }

    @Override
    TransactionalFixture newFixture() throws Exception {
        schema = databases.newSchema();
        return schema;
    }

    @Override
    DatabaseAccess database() {
        return new PostgresDatabase(schema.pool());
    }

    @Override
    TableNames names() {
        return new TableNames(schema.schema(), "esc_");
    }
}
