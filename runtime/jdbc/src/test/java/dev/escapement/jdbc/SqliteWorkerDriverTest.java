package dev.escapement.jdbc;

import dev.escapement.run.ThreadStore;
import dev.escapement.testkit.DriverFixture;
import dev.escapement.testkit.DriverSuite;
import dev.escapement.testkit.StoreFixture;

/** Runs the contract of drivers on a worker with SQLite. */
class SqliteWorkerDriverTest extends DriverSuite {

    @Override
    protected DriverFixture fixture() throws Exception {
        SqliteFixture files = new SqliteFixture();
        return DriverFixture.ofWorker(new StoreFixture() {
            @Override
            public ThreadStore open() {
                return files.opened(JdbcThreadStore.of(files.file()).build()); // with the clock of the system
            }

            @Override
            public void close() throws Exception {
                files.close();
            }
        });
    }
}
