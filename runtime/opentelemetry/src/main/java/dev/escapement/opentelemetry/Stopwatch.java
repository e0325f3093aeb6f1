package dev.escapement.opentelemetry;

import java.util.function.LongSupplier;

/**
 * A stopwatch that measures the time since its creation.
 *
 * @param nanoTime the clock, in nanoseconds
 * @param started the reading of the clock at creation
 */
record Stopwatch(LongSupplier nanoTime, long started) {

    private static final double NANOS_PER_SECOND = 1e9;

    static Stopwatch start(LongSupplier nanoTime) {
        return new Stopwatch(nanoTime, nanoTime.getAsLong());
    }

    double seconds() {
        return (nanoTime.getAsLong() - started) / NANOS_PER_SECOND;
    }
}
