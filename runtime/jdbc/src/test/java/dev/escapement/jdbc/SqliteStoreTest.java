package dev.escapement.jdbc;

import dev.escapement.testkit.StoreFixture;
import dev.escapement.testkit.ThreadStoreSuite;

/** Runs the contract of stores on SQLite. */
class SqliteStoreTest extends ThreadStoreSuite {

    @Override
    protected StoreFixture fixture() throws Exception {
        return new SqliteFixture();
    }
}
