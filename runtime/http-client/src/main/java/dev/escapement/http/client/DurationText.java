package dev.escapement.http.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** A formatter of durations for messages. */
final class DurationText {

    private DurationText() {}

    /**
     * Formats a duration in milliseconds if it is shorter than one second, otherwise in seconds. Examples: {@code 500
     * ms}, {@code 1.9 s}, {@code 600 s}.
     */
    static String of(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        BigDecimal seconds = BigDecimal.valueOf(time.toSeconds())
                .add(BigDecimal.valueOf(time.toMillisPart(), 3))
                .setScale(1, RoundingMode.HALF_UP);
        return (seconds.stripTrailingZeros().scale() > 0 ? seconds : seconds.setScale(0)) + " s";
    }
}
