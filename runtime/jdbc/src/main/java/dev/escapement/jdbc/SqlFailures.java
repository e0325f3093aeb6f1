package dev.escapement.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classification of exceptions, by SQLSTATE for PostgreSQL. */
final class SqlFailures {

    private static final Set<String> BUSY = Set.of("55P03", "57014", "53000", "53200", "53300", "53400");
    private static final Set<String> CONFLICT = Set.of("40001", "40P01");
    private static final Set<String> LOST =
            Set.of("08000", "08003", "08006", "08007", "57P01", "57P02", "25P03", "25P04");
    private static final Set<String> UNREACHABLE = Set.of("08001", "08004", "57P03");
    private static final Set<String> DENIED = Set.of("28000", "28P01");
    private static final Set<String> FORMAT = Set.of("42P01", "42703", "3D000", "3F000", "XX001", "XX002");
    private static final Set<String> PREPARED = Set.of("42P05", "26000");

    /** The state of the protocol errors of the server, and of all errors of pgbouncer, such as a lost connection. */
    private static final String PROTOCOL = "08P01";

    /** Occurs in the protocol errors of a server that has the prepared statement of another client. */
    private static final String PREPARED_STATEMENT = "prepared statement";

    /** The number of causes after which the search ends. */
    private static final int MAX_CAUSES = 50;

    private SqlFailures() {}

    /** Returns the exception of the database that an exception was caused by. */
    static Optional<SQLException> sql(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    static Failure of(SQLException e, JdbcDialect dialect) {
        if (e instanceof ConnectException connect) {
            Failure cause = of(connect.failure(), dialect);
            return switch (cause) {
                case LOST, OTHER -> Failure.UNREACHABLE;
                case BUSY, CONFLICT, UNREACHABLE, DENIED, FULL, READ_ONLY, FORMAT, PREPARED, ABORTED -> cause;
            };
        }
        if (e instanceof RolledBackByDatabaseException) {
            return Failure.ABORTED;
        }
        return switch (dialect) {
            case POSTGRESQL -> postgresql(e);
            case SQLITE -> SqliteFailures.of(e);
        };
    }

    private static Failure postgresql(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (CONFLICT.contains(state)) {
            return Failure.CONFLICT;
        } else if (LOST.contains(state)) {
            return Failure.LOST;
        } else if (UNREACHABLE.contains(state)) {
            return Failure.UNREACHABLE;
        } else if (DENIED.contains(state)) {
            return Failure.DENIED;
        } else if (BUSY.contains(state)) {
            return Failure.BUSY;
        } else if (state.equals("53100")) {
            return Failure.FULL;
        } else if (state.equals("25006") || state.equals("42501")) {
            return Failure.READ_ONLY;
        } else if (FORMAT.contains(state)) {
            return Failure.FORMAT;
        } else if (PREPARED.contains(state)) {
            return Failure.PREPARED;
        } else if (state.equals(PROTOCOL)) {
            String message = e.getMessage();
            return message != null && message.contains(PREPARED_STATEMENT) ? Failure.PREPARED : Failure.LOST;
        } else if (state.equals("25P02")) {
            return Failure.ABORTED;
        }
        return isConnection(e) ? Failure.LOST : Failure.OTHER;
    }

    static boolean isConnection(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || e.getCause() instanceof IOException;
    }

    /** The failure of SQLite to continue or commit a transaction that it has already rolled back. */
    static final class RolledBackByDatabaseException extends SQLException {

        private static final long serialVersionUID = 1L;

        RolledBackByDatabaseException(SQLException failure) {
            super(failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), failure);
        }
    }

    /** The failure to open a connection, so that nothing was sent. */
    static final class ConnectException extends SQLException {

        private static final long serialVersionUID = 1L;

        private final transient SQLException failure;

        ConnectException(SQLException failure) {
            super(failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
