package dev.escapement.jdbc;

import dev.escapement.testkit.TransactionalFixture;
import dev.escapement.testkit.TransactionalStoreContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the contract of transactions on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresTransactionsTest extends TransactionalStoreContract {

    private final PostgresDatabases databases;

    PostgresTransactionsTest(PostgresDatabases databases) {
        this.databases = databases;
    }

    @Override
    protected TransactionalFixture fixture() throws Exception {
        return databases.newSchema();
    }
}
