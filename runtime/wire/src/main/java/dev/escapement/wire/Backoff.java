package dev.escapement.wire;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before a retry if nobody says it: doubled each time, and up to a quarter less at random. */
final class Backoff {

    private static final double RANDOM_SHARE = 0.25;

    private final RetryRules rules;
    private final DoubleSupplier chance;

    Backoff(RetryRules rules, DoubleSupplier chance) {
        this.rules = rules;
        this.chance = chance;
    }

    /**
     * A wait.
     *
     * @param retry 1 for the first retry
     */
    Duration before(int retry) {
        long longest = rules.longestDelay().toNanos();
        long delay = rules.firstDelay().toNanos();
        for (int i = 1; i < retry && delay < longest; i++) {
            delay *= 2; // a year has fewer than 2^55 nanoseconds
        }
        return Duration.ofNanos(Math.round(Math.min(delay, longest) * (1 - RANDOM_SHARE * chance.getAsDouble())));
    }
}
