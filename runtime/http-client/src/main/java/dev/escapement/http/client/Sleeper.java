package dev.escapement.http.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * The clock, random number source and sleep function used for retries. Tests substitute all three.
 *
 * @param clock the current time
 * @param random numbers from 0 to 1, without 1
 * @param function sleeps
 */
record Sleeper(InstantSource clock, DoubleSupplier random, SleepFunction function) {

    /** A function that makes the caller's Java thread sleep. */
    @FunctionalInterface
    interface SleepFunction {
        void sleep(Duration time) throws InterruptedException;
    }

    static final Sleeper SYSTEM = new Sleeper(
            InstantSource.system(),
            () -> ThreadLocalRandom.current().nextDouble(),
            time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));

    void sleep(Duration time) throws InterruptedException {
        function.sleep(time);
    }
}
