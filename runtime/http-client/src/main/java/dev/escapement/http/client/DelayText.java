package dev.escapement.http.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A parser of delays that providers write as text, for example {@code 6m0s}, {@code 1.2s} or {@code 20ms}, and of
 * sentences that contain them, for example {@code Please try again in 1.2s}.
 */
final class DelayText {

    private static final int MAX_DIGITS = 12;
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 4);
    private static final int MAX_MESSAGE = 4000;

    private static final List<String> PHRASES = List.of(
            "retry in ",
            "again in ",
            "retry after ",
            "again after ",
            "wait ",
            "wait for ",
            "reset in ",
            "resets in ",
            "reset after ",
            "available in ");

    private DelayText() {}

    /** Returns the longest delay that an error requests, in its properties or in its message. */
    static Optional<Duration> in(ProviderJson error, String message) {
        Optional<Duration> longest = in(message);
        for (ProviderJson detail :
                error.get("details").isArray() ? error.get("details").items() : List.<ProviderJson>of()) {
            longest = longer(longest, parse(detail.get("retryDelay").textOrJson()));
        }
        for (String member : List.of("retry_after", "retryAfter", "retry_after_seconds")) {
            longest = longer(longest, parse(error.get(member).textOrJson()));
            longest = longer(longest, parse(error.get("metadata").get(member).textOrJson()));
        }
        return longest.filter(delay -> !delay.isZero());
    }

    /** Returns the longest delay that a message requests. */
    static Optional<Duration> in(String message) {
        String text =
                message.substring(0, Math.min(message.length(), MAX_MESSAGE)).toLowerCase(Locale.ROOT);
        Optional<Duration> longest = Optional.empty();
        for (String phrase : PHRASES) {
            for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
                if (at == 0 || !Character.isLetter(text.charAt(at - 1))) {
                    longest = longer(longest, new Scanner(text, at + phrase.length()).duration());
                }
            }
        }
        return longest.filter(delay -> !delay.isZero());
    }

    /** Parses a duration; a number without a unit is in seconds. */
    static Optional<Duration> parse(String text) {
        Scanner scanner = new Scanner(text.strip().toLowerCase(Locale.ROOT), 0);
        Optional<Duration> duration = scanner.duration();
        return scanner.isAtEnd() ? duration : Optional.empty();
    }

    private static Optional<Duration> longer(Optional<Duration> first, Optional<Duration> second) {
        return first.isEmpty() || (second.isPresent() && second.get().compareTo(first.get()) > 0) ? second : first;
    }

    /** A scanner of one duration within a text. */
    private static final class Scanner {

        private final String text;
        private int at;

        Scanner(String text, int at) {
            this.text = text;
            this.at = at;
        }

        boolean isAtEnd() {
            return at == text.length();
        }

        Optional<Duration> duration() {
            Duration sum = Duration.ZERO;
            boolean isFound = false;
            while (at < text.length() && isDigit(text.charAt(at))) {
                Optional<BigDecimal> number = number();
                long unit = unit(isFound);
                if (number.isEmpty() || unit == 0) {
                    return isFound ? Optional.of(sum) : Optional.empty();
                }
                BigDecimal nanos =
                        number.get().multiply(BigDecimal.valueOf(unit)).min(LONGEST);
                sum = sum.plusNanos(nanos.longValue());
                isFound = true;
            }
            return isFound ? Optional.of(sum) : Optional.empty();
        }

        private Optional<BigDecimal> number() {
            int start = at;
            while (at < text.length() && (isDigit(text.charAt(at)) || isPoint())) {
                at++;
            }
            String digits = text.substring(start, at);
            boolean isNumber = digits.indexOf('.') == digits.lastIndexOf('.') && digits.indexOf('.') <= MAX_DIGITS;
            return isNumber && digits.length() <= 2 * MAX_DIGITS
                    ? Optional.of(new BigDecimal(digits))
                    : Optional.empty();
        }

        private boolean isPoint() { // not the end of a sentence
            return text.charAt(at) == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
        }

        /** Returns the nanoseconds of the unit at this position; 0 if it is unknown. */
        private long unit(boolean isRequired) {
            int start = at;
            if (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            int word = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            long nanos = switch (text.substring(word, at)) {
                case "d", "day", "days" -> Duration.ofDays(1).toNanos();
                case "h", "hr", "hrs", "hour", "hours" -> Duration.ofHours(1).toNanos();
                case "m", "min", "mins", "minute", "minutes" ->
                    Duration.ofMinutes(1).toNanos();
                case "s", "sec", "secs", "second", "seconds" ->
                    Duration.ofSeconds(1).toNanos();
                case "ms", "msec", "millisecond", "milliseconds" ->
                    Duration.ofMillis(1).toNanos();
                case "us", "\u00b5s", "\u03bcs" -> Duration.ofNanos(1000).toNanos();
                case "ns" -> 1;
                default -> 0;
            };
            if (nanos == 0) {
                at = start; // the word belongs to the sentence
                return isRequired ? 0 : Duration.ofSeconds(1).toNanos();
            }
            return nanos;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
