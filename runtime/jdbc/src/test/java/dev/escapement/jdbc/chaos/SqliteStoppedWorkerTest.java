package dev.escapement.jdbc.chaos;

/** Tests stopped processes on SQLite. */
class SqliteStoppedWorkerTest extends StoppedWorkerContract {

    @Override
    ChaosRun newRun() throws Exception {
        return ChaosRun.onSqlite(LEASE_TIME, 2);
    }
}
