package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.0405S, 40 ms",
        "PT0.999S, 999 ms",
        "PT1S, 1 s",
        "PT1.94S, 1.9 s",
        "PT1.95S, 2 s",
        "PT30S, 30 s",
        "PT10M, 600 s",
        "PT277777777H, 999999997200 s"
    })
    void durationHasItsUnit(Duration time, String text) {
        assertEquals(text, DurationText.of(time));
    }
}
