package dev.escapement.wire;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * What waiting takes; tests bring their own.
 *
 * @param clock tells how far away a date is
 * @param chance numbers from 0 to 1, without 1
 * @param pause waits
 */
record Waiting(InstantSource clock, DoubleSupplier chance, Pause pause) {

    /** A wait on the caller's thread of execution. */
    @FunctionalInterface
    interface Pause {
        void rest(Duration time) throws InterruptedException;
    }

    static final Waiting REAL = new Waiting(
            InstantSource.system(),
            () -> ThreadLocalRandom.current().nextDouble(),
            time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
}
