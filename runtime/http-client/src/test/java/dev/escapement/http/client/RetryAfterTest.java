package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the delays that providers request. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, PT1S",
        "' 20 ', PT20S",
        "0.5, PT0.5S",
        "1.0000000019, PT1.000000001S",
        "86400, PT24H",
        "999999999999, PT277777777H46M39S"
    })
    void secondsMayHaveFractions(String value, Duration expected) {
        assertEquals(Optional.of(expected), retryAfter(Map.of("Retry-After", value)));
    }

    @ParameterizedTest
    @CsvSource({"1500, PT1.5S", "0.5, PT0.0005S"})
    void millisecondsReplaceSeconds(String value, Duration expected) {
        assertEquals(Optional.of(expected), retryAfter(Map.of("Retry-After", "9", "retry-after-ms", value)));
    }

    @ParameterizedTest
    @CsvSource({"1s, PT1S", "' 1m30s ', PT1M30S", "250ms, PT0.25S", "20 seconds, PT20S"})
    void valueMayHaveAUnit(String value, Duration expected) {
        assertEquals(Optional.of(expected), retryAfter(Map.of("Retry-After", value)));
    }

    @Test
    void invalidMillisecondsAreIgnored() {
        assertEquals(
                Optional.of(Duration.ofSeconds(9)), retryAfter(Map.of("Retry-After", "9", "retry-after-ms", "soon")));
    }

    @Test
    void dateCountsFromNow() {
        assertEquals(
                Optional.of(Duration.ofMinutes(1)), retryAfter(Map.of("Retry-After", "Sun, 22 Nov 2026 10:01:00 GMT")));
    }

    @Test
    void dateCountsFromTheDateOfTheProvider() {
        Map<String, String> headers =
                Map.of("Retry-After", "Sun, 22 Nov 2026 11:00:05 GMT", "Date", "Sun, 22 Nov 2026 11:00:00 GMT");

        assertEquals(Optional.of(Duration.ofSeconds(5)), retryAfter(headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.0",
                "-1",
                "soon",
                "1e9",
                "9999999999999",
                "1,5",
                "NaN",
                "Sun, 22 Nov 2026 09:00:00 GMT",
                "Sun, 22 Nov 2026",
                "Mon, 22 Nov 2026 11:00:00 GMT"
            })
    void invalidOrPastValueIsIgnored(String value) {
        assertEquals(Optional.empty(), retryAfter(Map.of("Retry-After", value)));
    }

    @Test
    void missingHeaderRequestsNoDelay() {
        assertEquals(Optional.empty(), retryAfter(Map.of()));
    }

    private static Optional<Duration> retryAfter(Map<String, String> headers) {
        Map<String, List<String>> lists = new TreeMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return RetryAfter.in(HttpHeaders.of(lists, (name, value) -> true), () -> NOW);
    }
}
