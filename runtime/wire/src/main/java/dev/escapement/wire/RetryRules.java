package dev.escapement.wire;

import java.time.Duration;

/**
 * How often and when a request is sent again.
 *
 * @param retries how often after the first attempt
 * @param firstDelay the wait before the first retry, doubled for each one after it
 * @param longestDelay what the doubling ends at
 * @param longestRetryAfter how long a provider may ask to be left alone without the request being given up
 */
record RetryRules(int retries, Duration firstDelay, Duration longestDelay, Duration longestRetryAfter) {

    private static final Duration LONGEST = Duration.ofDays(365);

    RetryRules {
        if (retries < 0) {
            throw new IllegalArgumentException("there cannot be fewer than 0 retries, as " + retries + " are");
        }
        check("the first delay", firstDelay);
        check("the longest delay", longestDelay);
        check("the longest time that a provider may ask for", longestRetryAfter);
        if (firstDelay.compareTo(longestDelay) > 0) {
            throw new IllegalArgumentException(
                    "the first delay, " + firstDelay + ", is longer than the longest one, " + longestDelay);
        }
    }

    private static void check(String what, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    what + " is zero or more and at most " + LONGEST.toDays() + " days, not " + time);
        }
    }
}
