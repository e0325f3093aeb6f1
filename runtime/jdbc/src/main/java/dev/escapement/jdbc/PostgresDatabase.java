package dev.escapement.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Connections to PostgreSQL, one from the data source for each operation. Does not rely on the state of a session, so that
 * a pooler can change the connection to the server after each transaction.
 */
final class PostgresDatabase implements DatabaseAccess {

    private final DataSource source;

    /** PostgreSQL uses its own clock. */
    private final StoreClock unused = new StoreClock(Clock.systemUTC());

    PostgresDatabase(DataSource source) {
        this.source = source;
    }

    @Override
    public JdbcDialect dialect() {
        return JdbcDialect.POSTGRESQL;
    }

    @Override
    public <T> T read(SessionWork<T> work) throws SQLException {
        return write(work);
    }

    @Override
    public <T> T write(SessionWork<T> work) throws SQLException {
        try (Connection connection = connect()) {
            return withAutoCommit(connection, true, () -> work.run(session(connection)));
        }
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
        try (Connection connection = connect()) {
            return withAutoCommit(connection, false, () -> committed(connection, work, onCommit));
        }
    }

    private <T> T committed(Connection connection, TransactionalWork<T> work, Runnable onCommit) throws Exception {
        T result;
        try {
            result = work.run(session(connection));
        } catch (Exception | Error e) {
            rollback(connection, e);
            throw e;
        }
        onCommit.run();
        connection.commit();
        return result;
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** An action that may throw exceptions of a type. */
    @FunctionalInterface
    private interface ModeAction<T, E extends Exception> {
        T run() throws E;
    }

    /** Executes an action in a mode of the connection, and restores the mode. */
    private static <T, E extends Exception> T withAutoCommit(
            Connection connection, boolean autoCommit, ModeAction<T, E> action) throws E, SQLException {
        boolean previous = connection.getAutoCommit();
        if (previous == autoCommit) {
            return action.run();
        }
        connection.setAutoCommit(autoCommit);
        boolean completed = false;
        try {
            T result = action.run();
            completed = true;
            return result;
        } finally {
            restore(connection, previous, completed);
        }
    }

    private static void restore(Connection connection, boolean previous, boolean completed) {
        try {
            connection.setAutoCommit(previous);
        } catch (SQLException e) {
            // The pool discards the connection when it is closed. The outcome is already known.
            if (completed) {
                StoreLog.connectionBroken(e);
            }
        }
    }

    private Connection connect() throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new SqlFailures.ConnectException(e);
        }
    }

    @Override
    public Session session(Connection connection) {
        return new Session(connection, JdbcDialect.POSTGRESQL, unused);
    }

    @Override
    public void close() {
        // The data source belongs to the application.
    }
}
