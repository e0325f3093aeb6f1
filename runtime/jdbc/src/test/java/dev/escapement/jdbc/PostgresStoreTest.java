package dev.escapement.jdbc;

import dev.escapement.testkit.StoreFixture;
import dev.escapement.testkit.ThreadStoreSuite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the contract of stores on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresStoreTest extends ThreadStoreSuite {

    private final PostgresDatabases databases;

    PostgresStoreTest(PostgresDatabases databases) {
        this.databases = databases;
    }

    @Override
    protected StoreFixture fixture() throws Exception {
        return databases.newSchema();
    }
}
