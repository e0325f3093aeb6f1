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

    private final Session session;
    private final ConnectionGuard guard;
    private final Operations operations;
    private final ThreadAppender appender;
    private final ThreadRows rows;
    private final @Nullable JdbcTransactions framework;
    private @Nullable StoredAppend appended;

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
            StoredAppend stored = appender.stored(append);
            appender.execute(session, stored);
            appended = stored;
            guard.end();
        } catch (SQLException e) {
            throw failure("append to", id, e);
        }
    }

    private void flush() throws SQLException {
        if (framework != null) {
            try {
                framework.beforeAppend();
            } catch (SQLException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("The writes of the step cannot be sent to the database.", e);
            }
        }
    }

    private RuntimeException failure(String description, String id, SQLException e) {
        return Operations.exception(description, id, operations.failure(e), e);
    }
}
