package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of delays in text. */
class DelayTextTest {

    @ParameterizedTest
    @CsvSource({
        "1s, PT1S",
        "6m0s, PT6M",
        "1.2s, PT1.2S",
        "20ms, PT0.02S",
        "1h2m3.5s, PT1H2M3.5S",
        "57m28.224s, PT57M28.224S",
        "7, PT7S",
        "0.25, PT0.25S",
        "2 minutes, PT2M",
        "150000000us, PT2M30S"
    })
    void durationIsParsed(String text, Duration expected) {
        assertEquals(Optional.of(expected), DelayText.parse(text));
    }

    @Test
    void hugeDurationIsBounded() {
        Duration huge = DelayText.parse("999999999999d").orElseThrow();

        assertTrue(huge.compareTo(Duration.ofDays(365)) > 0, huge::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.2.3s", "-1s", "s", "5 apples", "6m0s later", "1e9"})
    void otherTextIsNotADuration(String text) {
        assertEquals(Optional.empty(), DelayText.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'Quota exceeded. Please retry in 1.2s.', PT1.2S",
        "'Rate limit reached. Please try again in 20ms. Visit us.', PT0.02S",
        "'Please try again in 6m0s.', PT6M",
        "'Retry after 30 seconds.', PT30S",
        "'Please retry after 5', PT5S",
        "'Please wait 2 minutes before you try again in 3 minutes', PT3M",
        "'Limit resets in 1 hour', PT1H",
        "'Too many requests, wait for 250 ms', PT0.25S"
    })
    void delayInASentenceIsFound(String message, Duration expected) {
        assertEquals(Optional.of(expected), DelayText.in(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Try again later",
                "Limit 30000, used 29900 in 20s",
                "try again in a moment",
                "wait 0s",
                "We await 5 replies"
            })
    void otherMessageRequestsNoDelay(String message) {
        assertEquals(Optional.empty(), DelayText.in(message));
    }
}
