package dev.escapement.jdbc;

import dev.escapement.testkit.TransactionalFixture;
import java.time.Clock;

/** Tests the tokens of leases on SQLite. */
class SqliteLeaseTokenTest extends LeaseTokenContract {

    private SqliteFixture fixture;

    @Override
    TransactionalFixture newFixture() throws Exception {
        fixture = new SqliteFixture();
        return fixture;
    }

    @Override
    DatabaseAccess database() {
        StoreClock clock = new StoreClock(Clock.systemUTC());
        return new SqliteDatabase(SqliteFile.source(fixture.file()), clock, SqliteDatabase.BUSY);
    }

    @Override
    TableNames names() {
        return TableNames.DEFAULT;
    }
}
