package dev.escapement.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The policy for failed executions of a thread: delays that double, and a maximum number of failures without an event. */
final class FailedExecutions {

    /** The maximum delay before its variation. */
    static final Duration MAX_DELAY = Duration.ofMinutes(5);

    /** The number of failures without an event after which a thread is parked by default. */
    static final int MAX_ATTEMPTS = 10;

    private final BackOff backOff;

    FailedExecutions(DoubleSupplier random) {
        this.backOff = new BackOff(MAX_DELAY, random);
    }

    /** Returns the delay after a failure, which is logged; empty if the thread is to be parked. */
    Optional<Duration> delay(String threadId, int failures, Throwable failure) {
        if (failures >= MAX_ATTEMPTS) {
            RunLog.log(
                    ThreadDriver.class, System.Logger.Level.ERROR, WorkerMessages.parked(threadId, failures), failure);
            return Optional.empty();
        }
        Duration delay = backOff.after(failures);
        RunLog.log(
                ThreadDriver.class,
                System.Logger.Level.WARNING,
                WorkerMessages.retried(threadId, failures, delay.toMillis()),
                failure);
        return Optional.of(delay);
    }
}
