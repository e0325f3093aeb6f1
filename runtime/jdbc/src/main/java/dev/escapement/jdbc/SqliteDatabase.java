package dev.escapement.jdbc;

import dev.escapement.run.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to SQLite: one for writing, behind a fair lock because the lock of the database is unfair, and several for
 * reading.
 */
final class SqliteDatabase implements DatabaseAccess {

    /** The default time after which a lock is reported. */
    static final Duration BUSY = Duration.ofSeconds(10);

    private static final int MAX_IDLE = 4;

    private final DataSource source;
    private final StoreClock clock;
    private final Duration busy;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Deque<Session> readers = new ConcurrentLinkedDeque<>();
    private @Nullable Session writer;
    private volatile boolean closed;

    /**
     * Creates the connections when they are used.
     *
     * @param busy the time after which a lock is reported
     */
    SqliteDatabase(DataSource source, StoreClock clock, Duration busy) {
        this.source = source;
        this.clock = clock;
        this.busy = busy;
    }

    @Override
    public JdbcDialect dialect() {
        return JdbcDialect.SQLITE;
    }

    @Override
    public <T> T read(SessionWork<T> work) throws SQLException {
        Session reader = readers.pollFirst();
        Session session = reader == null ? session(connect(true)) : reader;
        boolean completed = false;
        try {
            T result = work.run(session);
            completed = true;
            return result;
        } finally {
            if (completed && !closed && readers.size() < MAX_IDLE) {
                readers.addFirst(session);
            } else {
                closeReader(session);
            }
        }
    }

    @Override
    public <T> T write(SessionWork<T> work) throws SQLException {
        return transaction(work);
    }

    @Override
    public <T> T transaction(SessionWork<T> work) throws SQLException {
        try {
            return open(work::run, () -> {});
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T open(TransactionalWork<T> work, Runnable onCommit) throws Exception {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "A transaction of the store is open on this Java thread. Use the store after the"
                            + " step has returned: on SQLite, the step holds the lock of the database.");
        }
        acquire();
        try {
            Session session = writer == null ? session(connect(false)) : writer;
            writer = session;
            boolean completed = false;
            try {
                session.execute("begin immediate");
                T result = work.run(session);
                onCommit.run();
                commit(session);
                completed = true;
                return result;
            } finally {
                if (!completed) {
                    rollback(session);
                }
                replaceChangedWriter();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Acquires the lock. Interruptions do not end the wait, because the caller's outcome would be unclear. */
    private void acquire() throws SQLException {
        boolean interrupted = false;
        long end = System.nanoTime() + busy.toNanos();
        try {
            while (true) {
                try {
                    if (lock.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        return;
                    }
                    throw SqliteFailures.busy();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void commit(Session session) throws SQLException {
        try {
            session.execute("commit");
        } catch (SQLException e) {
            throw SqliteFailures.isError(e) ? new SqlFailures.RolledBackByDatabaseException(e) : e;
        }
    }

    /** Replaces the connection if a savepoint of the step changed its mode, as the driver does. */
    private void replaceChangedWriter() throws SQLException {
        Session session = writer;
        if (session != null && !session.connection().getAutoCommit()) {
            writer = null;
            closeQuietly(session);
        }
    }

    /** Rolls back. After some failures SQLite has already done so; the connection is then replaced. */
    private void rollback(Session session) {
        try {
            session.execute("rollback");
        } catch (SQLException alreadyRolledBack) {
            writer = null;
            closeQuietly(session);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(boolean readOnly) throws SQLException {
        if (closed) {
            throw new IllegalStateException("The store is closed.");
        }
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw new SqlFailures.ConnectException(e);
        }
        try {
            // These settings are not stored in the file, except the first.
            execute(connection, "pragma busy_timeout = " + busy.toMillis());
            if (!readOnly) {
                requireLog(connection);
            }
            execute(connection, "pragma synchronous = full");
            execute(connection, "pragma query_only = " + readOnly);
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw new SqlFailures.ConnectException(e);
        } catch (StoreException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** Selects the write-ahead log, which databases in memory and temporary ones do not have. */
    private static void requireLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma journal_mode = wal")) {
            String mode = result.next() ? result.getString(1) : "";
            if (!mode.equals("wal")) {
                throw new StoreException(
                        "The database has the journal mode \"" + mode + "\" instead of \"wal\", as a database in memory"
                                + " does. Use a file.",
                        null,
                        StoreException.Reason.OTHER,
                        null);
            }
        }
    }

    /** Closes a connection for reading, which a pool can use for writing later. */
    private static void closeReader(Session session) {
        try {
            session.execute("pragma query_only = false");
        } catch (SQLException e) {
            StoreLog.connectionBroken(e);
        }
        closeQuietly(session);
    }

    @Override
    public Session session(Connection connection) {
        return new Session(connection, JdbcDialect.SQLITE, clock);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (writer != null) {
                closeQuietly(writer);
                writer = null;
            }
        } finally {
            lock.unlock();
        }
        for (Session reader = readers.pollFirst(); reader != null; reader = readers.pollFirst()) {
            closeReader(reader);
        }
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            StoreLog.connectionBroken(e);
        }
        closeQuietly(session.connection());
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            StoreLog.connectionBroken(e);
        }
    }
}
