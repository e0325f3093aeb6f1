package dev.escapement.jdbc;

import dev.escapement.run.LeaseLostException;
import dev.escapement.run.StoreException;
import dev.escapement.run.TransactionalStore.Work;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The execution of transactional steps, in transactions of the store or of a framework. */
final class Transactions {

    private static final int MAX_EXECUTIONS = 5;

    private final Operations operations;
    private final ThreadAppender appender;
    private final ThreadRows rows;
    private final @Nullable JdbcTransactions framework;

    Transactions(
            Operations operations, ThreadAppender appender, ThreadRows rows, @Nullable JdbcTransactions framework) {
        this.operations = operations;
        this.appender = appender;
        this.rows = rows;
        this.framework = framework;
    }

    <T> T run(Work<T> work) throws Exception {
        for (int execution = 1; ; execution++) {
            Execution<T> current = new Execution<>(work);
            try {
                return current.run();
            } catch (Exception e) {
                if (current.isCommitted(e)) {
                    return current.result();
                } else if (execution == MAX_EXECUTIONS || !current.isRepeated(e)) {
                    throw current.exception(e);
                }
                current.resolve();
                OperationRetry.pause(execution);
            }
        }
    }

    /** One execution of the work. */
    private final class Execution<T> {

        private final Work<T> work;
        private @Nullable StepTransaction transaction;
        private @Nullable Exception failure;
        private @Nullable T result;
        private boolean committing;

        Execution(Work<T> work) {
            this.work = work;
        }

        T run() throws Exception {
            if (framework == null) {
                return operations.database().open(this::executed, () -> committing = true);
            }
            T returned = framework.run(() -> {
                try (Session session = operations.database().session(framework.connection())) {
                    T value = executed(session);
                    committing = true;
                    return value;
                }
            });
            requireCommit();
            return returned;
        }

        private T executed(Session session) throws Exception {
            StepTransaction current = new StepTransaction(session, operations, appender, rows, framework);
            transaction = current;
            current.begin();
            T value = executed(current);
            current.end();
            return value;
        }

        private T executed(StepTransaction current) throws Exception {
            try {
                T value = work.run(current);
                result = value;
                return value;
            } catch (Exception e) {
                failure = e;
                throw e;
            } finally {
                current.guard().end();
            }
        }

        /** Detects a transaction that a framework rolled back without an exception. */
        private void requireCommit() {
            appended().filter(append -> !append.texts().isEmpty()).ifPresent(append -> {
                boolean stored = operations.read(
                        "verify", append.append().threadId(), session -> appender.isStored(session, append));
                if (!stored) {
                    committing = false;
                    throw new StoreException(
                            "The framework rolled back the transaction of a step of thread "
                                    + append.append().threadId()
                                    + " without an exception. Remove the call that marks it for rollback.",
                            append.append().threadId(),
                            StoreException.Reason.OTHER,
                            null);
                }
            });
        }

        private Optional<StoredAppend> appended() {
            return transaction == null ? Optional.empty() : transaction.appended();
        }

        /** Returns whether the transaction was committed although the commit failed. */
        boolean isCommitted(Exception e) {
            Failure sql = sql(e);
            boolean rolledBack = !committing || sql == Failure.CONFLICT || sql == Failure.ABORTED;
            return !rolledBack && appended().filter(appender::isStored).isPresent();
        }

        @SuppressWarnings("NullAway") // Set before the commit; null only if the work returned null.
        T result() {
            return result;
        }

        /** Returns whether the work runs again after its transaction was rolled back. */
        boolean isRepeated(Exception e) {
            Failure sql = sql(e);
            // Without an event, it is unknown whether the writes of the step were committed.
            boolean isLostCommit = committing
                    && (sql == Failure.LOST || sql == Failure.BUSY)
                    && appended().filter(append -> !append.texts().isEmpty()).isPresent();
            boolean isUnresolved =
                    transaction != null && transaction.unresolvedLease().isPresent();
            return sql == Failure.CONFLICT || saw(Failure.CONFLICT) || isLostCommit || isUnresolved;
        }

        /** Prepares the repetition of work whose lease has an unknown token. */
        void resolve() {
            JdbcLease lease =
                    transaction == null ? null : transaction.unresolvedLease().orElse(null);
            if (lease != null && !lease.advance()) {
                throw new LeaseLostException(lease.threadId());
            }
        }

        private boolean saw(Failure kind) {
            return transaction != null && transaction.guard().saw(kind);
        }

        private Failure sql(Exception e) {
            return SqlFailures.sql(e).map(operations::failure).orElse(Failure.OTHER);
        }

        /**
         * Returns the exception to throw: that of the work, unless the database failed. An exception of the database that
         * the step caused, such as by the violation of a deferred constraint, is a failure of the step.
         */
        Exception exception(Exception e) {
            String id = appended().map(append -> append.append().threadId()).orElse(null);
            Optional<SQLException> cause = SqlFailures.sql(e);
            if (saw(Failure.LOST)) {
                return stepFailure("execute", id, Failure.UNREACHABLE, e);
            } else if (saw(Failure.CONFLICT) || sql(e) == Failure.CONFLICT) {
                return stepFailure("execute", id, Failure.CONFLICT, e);
            } else if (transaction != null && transaction.refusal().isPresent()) {
                return refusal(id, transaction.refusal().get());
            } else if (e == failure || cause.isEmpty() || e instanceof StoreException) {
                return e;
            }
            return switch (sql(e)) {
                case ABORTED, OTHER ->
                    transaction == null ? stepFailure("execute", id, Failure.OTHER, e) : refusal(id, cause.get());
                case BUSY, CONFLICT, LOST, UNREACHABLE, DENIED, FULL, READ_ONLY, FORMAT, PREPARED ->
                    stepFailure("commit", id, sql(e), e);
            };
        }

        private SQLException refusal(@Nullable String id, SQLException cause) {
            String message =
                    stepFailure("commit", id, operations.failure(cause), cause).getMessage();
            return new SQLException(message, cause.getSQLState(), cause.getErrorCode(), cause);
        }

        private static StoreException stepFailure(String verb, @Nullable String id, Failure kind, Exception cause) {
            return Operations.exception(verb + (id == null ? " a step" : " a step of"), id, kind, cause);
        }
    }
}
