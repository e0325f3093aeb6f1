package dev.escapement.run;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Delays before the repetition of a failed operation, which double after each failure and vary by a quarter. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 20;

    private final Duration max;
    private final DoubleSupplier random;

    /**
     * Creates delays.
     *
     * @param max the maximum delay before the variation
     * @param random numbers from 0 to 1
     */
    BackOff(Duration max, DoubleSupplier random) {
        this.max = max;
        this.random = random;
    }

    /**
     * Returns the delay after a failure.
     *
     * @param failures the number of failures, 1 or more
     */
    Duration after(int failures) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration limited = doubled.compareTo(max) < 0 ? doubled : max;
        return varied(limited, 0.75, 1.25);
    }

    /** Returns a time multiplied by a random factor between two limits. */
    Duration varied(Duration time, double least, double most) {
        double factor = least + (most - least) * random.getAsDouble();
        return Duration.ofNanos((long) (time.toNanos() * factor));
    }
}
