package dev.escapement.http.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parser of the retry delay that a provider requests. Reads {@code Retry-After} in seconds or as a date, and {@code
 * retry-after-ms}, which is more exact, and {@code Retry-After} with units, as in {@code 1s}. Other values are ignored, including the two obsolete forms of a date. Without
 * these headers, the delay in the error applies, or the time until an exhausted rate limit is reset.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
 */
final class RetryAfter {

    /**
     * The pattern that matches a number of seconds or milliseconds. Some providers send fractions. The limit on the
     * length keeps the number within the range of a duration.
     */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,9})\\d*)?");

    private static final int NANO_DIGITS = 9;
    private static final int MAX_LENGTH = 30;

    private RetryAfter() {}

    /** Returns the positive delay that a response requests, or empty if it does not request one. */
    static Optional<Duration> in(HttpHeaders headers, ErrorBody error, InstantSource clock) {
        return in(headers, clock)
                .or(error::delay)
                .or(() -> in(error.headers(), clock))
                .or(() -> RateLimitReset.in(headers, clock))
                .or(() -> RateLimitReset.in(error.headers(), clock));
    }

    /** Returns the delay that response headers request, or empty if they do not request a positive delay. */
    static Optional<Duration> in(HttpHeaders headers, InstantSource clock) {
        return headers.firstValue("retry-after-ms")
                .flatMap(text -> number(text).map(seconds -> seconds.dividedBy(1000)))
                .or(() -> headers.firstValue("retry-after")
                        .flatMap(text -> number(text)
                                .or(() -> until(text, headers, clock))
                                .or(() -> withUnit(text.strip()))))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    private static Optional<Duration> withUnit(String text) {
        boolean hasUnit = text.length() <= MAX_LENGTH && text.endsWith("s");
        return hasUnit ? DelayText.parse(text) : Optional.empty();
    }

    private static Optional<Duration> number(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            return Optional.empty();
        }
        String fraction = number.group(2) == null ? "" : number.group(2);
        long nanos = Long.parseLong(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
        return Optional.of(Duration.ofSeconds(Long.parseLong(number.group(1)), nanos));
    }

    /**
     * Returns the time remaining until an HTTP date. The time is measured from the date in the headers, if present,
     * because the provider's clock may differ from this one.
     */
    private static Optional<Duration> until(String text, HttpHeaders headers, InstantSource clock) {
        Instant now = headers.firstValue("date").flatMap(RetryAfter::date).orElseGet(clock::instant);
        return date(text).map(then -> Duration.between(now, then));
    }

    static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
