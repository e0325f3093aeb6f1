package dev.escapement.http;

import java.time.Duration;

/**
 * The maximum number of retries and the delays before them. Each delay is at least zero and at most 365 days.
 *
 * @param retries the number of attempts after the first one
 * @param firstDelay the delay before the first retry, doubled for each further one
 * @param longestDelay the upper limit of the doubled delays
 * @param longestRetryAfter the longest delay that a provider may request
 */
record RetryPolicy(int retries, Duration firstDelay, Duration longestDelay, Duration longestRetryAfter) {

    private static final Duration LONGEST = Duration.ofDays(365);

    RetryPolicy {
        if (retries < 0) {
            throw new IllegalArgumentException("The number of retries is " + retries + ". It must be 0 or more.");
        }
        check("first delay", firstDelay);
        check("longest delay", longestDelay);
        check("longest delay that a provider may request", longestRetryAfter);
        if (firstDelay.compareTo(longestDelay) > 0) {
            throw new IllegalArgumentException(
                    "The first delay, " + firstDelay + ", exceeds the longest delay, " + longestDelay + ".");
        }
    }

    private static void check(String name, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The " + name + " is " + time + ". It must be zero or more and at most "
                    + LONGEST.toDays() + " days.");
        }
    }
}
