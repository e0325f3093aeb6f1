package dev.escapement.jdbc;

import dev.escapement.run.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The execution of operations, with repetition where it is safe, and the conversion of exceptions. */
record Operations(DatabaseAccess database) {

    /** An operation that accesses the database. */
    @FunctionalInterface
    interface RepeatedOperation<T> {
        T run() throws SQLException;
    }

    /** Executes a query. */
    <T> T read(String description, @Nullable String threadId, DatabaseAccess.SessionWork<T> work) {
        return repeatable(description, threadId, () -> database.read(work));
    }

    /** Executes a statement that has the same effect when it is repeated. */
    <T> T write(String description, @Nullable String threadId, DatabaseAccess.SessionWork<T> work) {
        return repeatable(description, threadId, () -> database.write(work));
    }

    /** Executes a transaction that has the same effect when it is repeated. */
    <T> T transaction(String description, @Nullable String threadId, DatabaseAccess.SessionWork<T> work) {
        return repeatable(description, threadId, () -> database.transaction(work));
    }

    /** Executes an operation, and repeats it after a conflict or the loss of the connection. */
    <T> T repeatable(String description, @Nullable String threadId, RepeatedOperation<T> operation) {
        try (OperationRetry repetition = new OperationRetry(false)) {
            return repeated(description, threadId, repetition, operation);
        }
    }

    /** Executes an operation that determines the outcome of another one, whose connection was lost. */
    <T> T resolve(String threadId, RepeatedOperation<T> operation) {
        try (OperationRetry repetition = new OperationRetry(true)) {
            return repeated("determine the outcome of the append to", threadId, repetition, operation);
        }
    }

    private <T> T repeated(
            String description, @Nullable String threadId, OperationRetry repetition, RepeatedOperation<T> operation) {
        while (true) {
            try {
                return operation.run();
            } catch (SQLException e) {
                Failure failure = failure(e);
                if (!repetition.next(failure)) {
                    throw exception(description, threadId, failure, e);
                }
            }
        }
    }

    /** Executes an operation that must not be repeated. */
    <T> T once(String description, RepeatedOperation<T> operation) {
        try {
            return operation.run();
        } catch (SQLException e) {
            throw exception(description, null, failure(e), e);
        }
    }

    Failure failure(SQLException e) {
        return SqlFailures.of(e, database.dialect());
    }

    static StoreException exception(
            String description, @Nullable String threadId, Failure failure, @Nullable Throwable cause) {
        return new StoreException(
                "Cannot " + description + (threadId == null ? "" : " thread " + threadId) + ". " + failure.remedy(),
                threadId,
                failure.reason(),
                cause);
    }
}
