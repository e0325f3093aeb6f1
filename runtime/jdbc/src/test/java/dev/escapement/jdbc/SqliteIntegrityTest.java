package dev.escapement.jdbc;

import dev.escapement.testkit.TransactionalFixture;

/** Tests checksums, tombstones and ciphers on SQLite. */
class SqliteIntegrityTest extends IntegrityContract {

    private SqliteFixture sqlite;

    @Override
    TransactionalFixture newFixture() throws Exception {
        sqlite = new SqliteFixture();
        return sqlite;
    }

    @Override
    JdbcStoreBuilder builder() {
        return sqlite.builder();
    }

    @Override
    void execute(String sql) throws Exception {
        sqlite.execute(sql);
    }

    @Override
    String query(String sql) throws Exception {
        return sqlite.query(sql);
    }
}
