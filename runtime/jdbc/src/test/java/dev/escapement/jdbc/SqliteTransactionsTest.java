package dev.escapement.jdbc;

import dev.escapement.testkit.TransactionalFixture;
import dev.escapement.testkit.TransactionalStoreContract;

/** Runs the contract of transactions on SQLite. */
class SqliteTransactionsTest extends TransactionalStoreContract {

    @Override
    protected TransactionalFixture fixture() throws Exception {
        return new SqliteFixture();
    }
}
