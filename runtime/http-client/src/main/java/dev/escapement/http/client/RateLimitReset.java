package dev.escapement.http.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A reader of the headers that contain the time of the reset of a rate limit, for example {@code
 * x-ratelimit-reset-requests: 6m0s} or {@code anthropic-ratelimit-tokens-reset}, a time stamp. A limit counts if its
 * header {@code remaining} is zero.
 */
final class RateLimitReset {

    private static final long FIRST_EPOCH_SECOND = 1_000_000_000L;
    private static final long FIRST_EPOCH_MILLI = 1_000_000_000_000L;
    private static final int MAX_DIGITS = 15;

    private RateLimitReset() {}

    /** Returns the longest time until the reset of an exhausted limit. */
    static Optional<Duration> in(HttpHeaders headers, InstantSource clock) {
        Optional<Duration> longest = Optional.empty();
        for (Map.Entry<String, List<String>> header : headers.map().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String remaining = name.replace("reset", "remaining");
            boolean isExhausted = ResponseHeaders.isRateLimit(name)
                    && !remaining.equals(name)
                    && headers.firstValue(remaining).orElse("").strip().equals("0");
            Optional<Duration> left = isExhausted && !header.getValue().isEmpty()
                    ? left(header.getValue().get(0).strip(), headers, clock)
                    : Optional.empty();
            if (left.isPresent() && (longest.isEmpty() || left.get().compareTo(longest.get()) > 0)) {
                longest = left;
            }
        }
        return longest.filter(delay -> !delay.isNegative() && !delay.isZero());
    }

    private static Optional<Duration> left(String text, HttpHeaders headers, InstantSource clock) {
        Instant now = headers.firstValue("date").flatMap(RetryAfter::date).orElseGet(clock::instant);
        return time(text).map(then -> Duration.between(now, then)).or(() -> DelayText.parse(text));
    }

    private static Optional<Instant> time(String text) {
        if (text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()) {
            long number = Long.parseLong(text);
            return number < FIRST_EPOCH_SECOND
                    ? Optional.empty() // a number of seconds
                    : Optional.of(
                            number < FIRST_EPOCH_MILLI ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
