package dev.escapement.samples.benchmarks.store;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.ThreadStore;
import java.sql.SQLException;

/** The storage of threads that a benchmark creates: a directory, a file of SQLite or a schema of PostgreSQL. */
interface StoreStorage extends AutoCloseable {

    /** Opens a store that has not loaded a thread before, except in memory. */
    ThreadStore open();

    /** Closes a store that was opened. */
    static void close(ThreadStore store) {
        if (store instanceof JdbcThreadStore jdbc) {
            jdbc.close();
        }
    }

    /** Removes the storage. */
    @Override
    void close() throws SQLException;
}
