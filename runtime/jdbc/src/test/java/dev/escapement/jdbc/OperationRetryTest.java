package dev.escapement.jdbc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tests the time of repetitions. */
class OperationRetryTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void timeBeginsWithFirstLoss() {
        try (OperationRetry repetition = new OperationRetry(false, nanos::get)) {
            nanos.addAndGet(TimeUnit.MINUTES.toNanos(5)); // a slow first execution
            assertTrue(repetition.next(Failure.LOST));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(9));
            assertTrue(repetition.next(Failure.UNREACHABLE));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
            assertFalse(repetition.next(Failure.LOST));
        }
    }
}
