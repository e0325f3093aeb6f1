package dev.escapement.jdbc;

import dev.escapement.testkit.TransactionalFixture;

/** Tests threads with children on SQLite. */
class SqliteThreadTreeTest extends ThreadTreeContract {

    @Override
    TransactionalFixture newFixture() throws Exception {
        return new SqliteFixture();
    }
}
