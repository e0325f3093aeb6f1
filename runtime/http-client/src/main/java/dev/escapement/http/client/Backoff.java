package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * A calculator of retry delays, used when the provider does not request a delay. The delay doubles with each retry; up
 * to a quarter of it is subtracted at random.
 */
final class Backoff {

    private static final double RANDOM_SHARE = 0.25;

    private final HttpSettings http;
    private final DoubleSupplier random;

    Backoff(HttpSettings http, DoubleSupplier random) {
        this.http = http;
        this.random = random;
    }

    /**
     * Returns the delay before a retry.
     *
     * @param retry 1 for the first retry
     */
    Duration before(int retry) {
        long longest = http.longestRetryDelay().toNanos();
        long delay = http.firstRetryDelay().toNanos();
        for (int i = 1; i < retry && delay < longest; i++) {
            delay *= 2; // a year has fewer than 2^55 nanoseconds
        }
        return Duration.ofNanos(Math.round(Math.min(delay, longest) * (1 - RANDOM_SHARE * random.getAsDouble())));
    }
}
