package dev.escapement.jdbc;

import dev.escapement.run.StoreException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The execution of operations, with repetition where it is safe, and the conversion of exceptions. */
record Operations(DatabaseAccess database) {

    /** The maximum number of executions of an operation that conflicts with others or loses its connection. */
    static final int MAX_EXECUTIONS = 7;

    private static final long FIRST_PAUSE_MILLIS = 20;

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
        boolean lost = false;
        for (int execution = 1; ; execution++) {
            try {
                return operation.run();
            } catch (SQLException e) {
                Failure failure = failure(e);
                lost |= failure == Failure.LOST;
                if (execution == MAX_EXECUTIONS || !isRepeated(failure, lost)) {
                    throw exception(description, threadId, failure, e);
                }
                pause(execution);
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

    /** Returns whether an operation is repeated. After the loss of a connection, the server may have to start first. */
    static boolean isRepeated(Failure failure, boolean lost) {
        return switch (failure) {
            case CONFLICT, LOST -> true;
            case UNREACHABLE, BUSY -> lost;
            case FULL, READ_ONLY, FORMAT, PREPARED, ABORTED, OTHER -> false;
        };
    }

    /** Waits before a repetition: twice as long as before, and a random part, so that competitors separate. */
    static void pause(int execution) {
        long millis = FIRST_PAUSE_MILLIS << execution;
        LockSupport.parkNanos((millis / 2 + ThreadLocalRandom.current().nextLong(millis)) * 1_000_000);
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
