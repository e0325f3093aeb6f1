package dev.escapement.jdbc;

import dev.escapement.StepContext;
import dev.escapement.run.Append;
import dev.escapement.run.TransactionalStore.Transaction;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transaction of a step. */
final class StepTransaction implements Transaction {

    private static final String SAVEPOINT = "esc_step";

    private final Session session;
    private final ConnectionGuard guard;
    private final Operations operations;
    private final ThreadAppender appender;
    private final ThreadRows rows;
    private final @Nullable JdbcTransactions framework;
    private @Nullable StoredAppend appended;
    private @Nullable SQLException refusal;
    private @Nullable JdbcLease unresolved;

    StepTransaction(
            Session session,
            Operations operations,
            ThreadAppender appender,
            ThreadRows rows,
            @Nullable JdbcTransactions framework) {
        this.session = session;
        this.guard = new ConnectionGuard(session.connection(), session.dialect());
        this.operations = operations;
        this.appender = appender;
        this.rows = rows;
        this.framework = framework;
    }

    /** Prepares the detection of a rollback that the step does not report. */
    void begin() throws SQLException {
        if (session.dialect() == JdbcDialect.SQLITE) {
            session.execute("savepoint " + SAVEPOINT);
        }
    }

    /**
     * Verifies that the transaction of the step is still open, because a step can ignore the exception of the statement
     * that ended it.
     *
     * @throws SQLException if the writes of the step were rolled back
     */
    private void requireOpen() throws SQLException {
        try {
            session.execute(
                    switch (session.dialect()) {
                        case SQLITE -> "release " + SAVEPOINT;
                        case POSTGRESQL -> "select 1";
                    });
        } catch (SQLException e) {
            throw refused(SqliteFailures.isError(e) ? new SqlFailures.RolledBackByDatabaseException(e) : e);
        }
    }

    /** Records the failure of a transaction that ended because of the step. */
    private SQLException refused(SQLException e) {
        refusal = switch (operations.failure(e)) {
            case ABORTED, OTHER -> e;
            case BUSY, CONFLICT, LOST, UNREACHABLE, DENIED, FULL, READ_ONLY, FORMAT, PREPARED -> refusal;
        };
        return e;
    }

    /** Returns the failure because of which the step cannot commit. */
    Optional<SQLException> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * Returns the lease because of which the step must be repeated: its token must be replaced in another transaction,
     * which is not rolled back with that of the step.
     */
    Optional<JdbcLease> unresolvedLease() {
        return Optional.ofNullable(unresolved);
    }

    /** Verifies a transaction to which nothing was appended, before its commit. */
    void end() throws SQLException {
        // The driver of PostgreSQL reports the commit of a failed transaction as successful.
        if (appended == null && (session.dialect() == JdbcDialect.SQLITE || guard.sawFailure())) {
            requireOpen();
        }
    }

    ConnectionGuard guard() {
        return guard;
    }

    /** Returns what was appended. */
    Optional<StoredAppend> appended() {
        return Optional.ofNullable(appended);
    }

    @Override
    public StepContext.Resources resources() {
        return new StepContext.Resources() {
            @Override
            public <T> Optional<T> find(Class<T> type) {
                return type == Connection.class ? Optional.of(type.cast(guard.connection())) : Optional.empty();
            }
        };
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        try {
            return rows.load(session, id, fromPosition)
                    .orElseThrow(() -> new UnknownThreadException(id))
                    .events();
        } catch (SQLException e) {
            throw failure("load", id, e);
        }
    }

    @Override
    public void append(Append append) {
        String id = append.threadId();
        if (appended != null) {
            throw new IllegalStateException(
                    "The transaction already appended to thread " + id + ". An append must be its last statement.");
        } else if (append.lease().isEmpty()) {
            throw new IllegalArgumentException("An append in a transaction requires the lease of thread " + id
                    + ", with which an unknown outcome of the commit is resolved.");
        }
        try {
            flush();
            if (session.dialect() == JdbcDialect.SQLITE) {
                requireOpen();
                begin(); // the append can be repeated with another position
            }
            StoredAppend stored = appender.stored(append);
            unresolved = stored.unresolvedLease().orElse(null);
            if (unresolved != null) {
                throw Operations.exception("append to", id, Failure.CONFLICT, null); // not visible outside the store
            }
            appender.execute(session, stored);
            appended = stored;
            guard.end();
        } catch (SQLException e) {
            throw failure("append to", id, operations.failure(e) == Failure.ABORTED ? refused(e) : e);
        }
    }

    private void flush() throws SQLException {
        if (framework != null) {
            try {
                framework.beforeAppend();
            } catch (Exception e) {
                throw refused(SqlFailures.sql(e)
                        .orElseGet(
                                () -> new SQLException("The writes of the step cannot be sent to the database.", e)));
            }
        }
    }

    private RuntimeException failure(String description, String id, SQLException e) {
        return Operations.exception(description, id, operations.failure(e), e);
    }
}
