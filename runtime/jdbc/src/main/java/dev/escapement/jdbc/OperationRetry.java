package dev.escapement.jdbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The repetitions of one operation. After a conflict, it is repeated a few times; after the loss of the connection, for ten
 * seconds, in which a server can start. Interruptions do not end the repetitions, because the outcome would remain
 * unknown; the status of the Java thread is restored by {@link #close}.
 */
final class OperationRetry implements AutoCloseable {

    /** The maximum number of executions of an operation that conflicts with others. */
    static final int MAX_EXECUTIONS = 7;

    private static final Duration MAX_TIME = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final int MAX_DOUBLINGS = 5;

    private final LongSupplier nanoTime;
    private int executions;
    private boolean lost;

    /** The time at which the connection was first lost. */
    private long lostSince;

    private boolean interrupted;

    /**
     * Creates the repetitions of an operation.
     *
     * @param lost whether the connection was already lost
     */
    OperationRetry(boolean lost) {
        this(lost, System::nanoTime);
    }

    /** Creates the repetitions with a clock in nanoseconds. */
    OperationRetry(boolean lost, LongSupplier nanoTime) {
        this.lost = lost;
        this.nanoTime = nanoTime;
        this.lostSince = nanoTime.getAsLong();
    }

    /** Waits until the operation is to be repeated after a failure. Returns whether it is to be repeated. */
    boolean next(Failure failure) {
        executions++;
        if (!lost && failure == Failure.LOST) {
            lost = true;
            lostSince = nanoTime.getAsLong();
        }
        boolean exhausted = lost ? nanoTime.getAsLong() - lostSince > MAX_TIME.toNanos() : executions == MAX_EXECUTIONS;
        if (exhausted || !isRepeated(failure)) {
            return false;
        }
        interrupted |= Thread.interrupted();
        pause(executions);
        return true;
    }

    private boolean isRepeated(Failure failure) {
        return switch (failure) {
            case CONFLICT, LOST -> true;
            case UNREACHABLE, BUSY -> lost;
            case DENIED, FULL, READ_ONLY, FORMAT, PREPARED, ABORTED, OTHER -> false;
        };
    }

    /** Waits twice as long as before, and a random part, so that competitors separate. */
    static void pause(int executions) {
        long millis = FIRST_PAUSE_MILLIS << Math.min(executions, MAX_DOUBLINGS);
        LockSupport.parkNanos((millis / 2 + ThreadLocalRandom.current().nextLong(millis)) * 1_000_000);
    }

    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
