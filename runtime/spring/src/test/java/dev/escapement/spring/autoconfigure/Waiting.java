package dev.escapement.spring.autoconfigure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A wait with a deadline. */
final class Waiting {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Waiting() {}

    /** Waits until a condition is satisfied. */
    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The condition was not satisfied in " + LIMIT.toSeconds() + " s.");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
