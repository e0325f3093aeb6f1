package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.http.HttpSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the delays before retries without a delay from the provider. */
class BackoffTest {

    @Test
    void delaysDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(HttpSettings.DEFAULT, () -> 0);

        assertEquals(
                List.of(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L),
                IntStream.rangeClosed(1, 8)
                        .mapToObj(retry -> backoff.before(retry).toMillis())
                        .toList());
    }

    @Test
    void randomShareIsUpToAQuarter() {
        assertEquals(Duration.ofMillis(875), new Backoff(HttpSettings.DEFAULT, () -> 0.5).before(2));
        assertEquals(Duration.ofMillis(750), new Backoff(HttpSettings.DEFAULT, () -> 1).before(2));
    }

    @Test
    void longestDelaysDoNotOverflow() {
        HttpSettings yearly = HttpSettings.DEFAULT.withRetryDelays(Duration.ofDays(300), Duration.ofDays(365));

        assertEquals(Duration.ofDays(365), new Backoff(yearly, () -> 0).before(Integer.MAX_VALUE));
    }

    @Test
    void zeroDelayStaysZero() {
        HttpSettings none = HttpSettings.DEFAULT.withRetryDelays(Duration.ZERO, Duration.ofSeconds(1));

        assertEquals(Duration.ZERO, new Backoff(none, () -> 0.5).before(50));
    }
}
