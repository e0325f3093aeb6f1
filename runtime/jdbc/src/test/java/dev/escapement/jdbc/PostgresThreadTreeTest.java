package dev.escapement.jdbc;

import dev.escapement.testkit.TransactionalFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests threads with children on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresThreadTreeTest extends ThreadTreeContract {

    private final PostgresDatabases databases;

    PostgresThreadTreeTest(PostgresDatabases databases) {
        this.databases = databases;
    }

    @Override
    TransactionalFixture newFixture() throws Exception {
        return databases.newSchema();
    }
}
