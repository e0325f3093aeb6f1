package dev.escapement.jdbc;

import dev.escapement.testkit.DriverFixture;
import dev.escapement.testkit.DriverSuite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the contract of drivers on a worker with PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresWorkerDriverTest extends DriverSuite {

    private final PostgresDatabases databases;

    PostgresWorkerDriverTest(PostgresDatabases databases) {
        this.databases = databases;
    }

    @Override
    protected DriverFixture fixture() throws Exception {
        return DriverFixture.ofWorker(databases.newSchema());
    }
}
