package dev.escapement.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.RateLimit;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are changed one at a time and are right or refused. */
class HttpSettingsTest {

    private static final Duration YEAR = Duration.ofDays(365);

    @Test
    void theDefaultsAreThoseThatAreDocumented() {
        assertEquals(
                "HttpSettings[Timeouts[connect=PT10S, reply=PT10M, idle=PT2M], RetryRules[retries=2, firstDelay=PT0.5S,"
                        + " longestDelay=PT30S, longestRetryAfter=PT1M], maxReplyBytes=33554432, proxy=default,"
                        + " headers=[], rateLimit=none]",
                HttpSettings.DEFAULT.toString());
    }

    @Test
    void eachSettingChangesNothingElse() {
        HttpSettings all = HttpSettings.DEFAULT
                .withRateLimit(RateLimit.of(1, YEAR))
                .withHeader("X-A", "1")
                .withProxy(ProxySelector.getDefault())
                .withMaxReplyBytes(7)
                .withLongestRetryAfter(Duration.ofSeconds(6))
                .withRetryDelays(Duration.ofSeconds(4), Duration.ofSeconds(5))
                .withRetries(9)
                .withIdleTimeout(Duration.ofSeconds(3))
                .withReplyTimeout(Duration.ofSeconds(2))
                .withConnectTimeout(Duration.ofSeconds(1))
                .withHeader("X-B", "2");

        assertEquals(
                "HttpSettings[Timeouts[connect=PT1S, reply=PT2S, idle=PT3S], RetryRules[retries=9, firstDelay=PT4S,"
                        + " longestDelay=PT5S, longestRetryAfter=PT6S], maxReplyBytes=7, proxy=set,"
                        + " headers=[X-A, X-B], rateLimit=set]",
                all.toString());
    }

    @Test
    void settingsThatAreChangedStayAsTheyWere() {
        String before = HttpSettings.DEFAULT.toString();
        HttpSettings unused = HttpSettings.DEFAULT.withHeader("X-A", "1").withRetries(7);

        assertEquals(before, HttpSettings.DEFAULT.toString());
    }

    static Stream<Function<HttpSettings, HttpSettings>> outOfRange() {
        Duration tooLong = YEAR.plusNanos(1);
        Duration negative = Duration.ofNanos(-1);
        return Stream.of(
                http -> http.withConnectTimeout(Duration.ZERO),
                http -> http.withConnectTimeout(tooLong),
                http -> http.withReplyTimeout(Duration.ZERO),
                http -> http.withReplyTimeout(tooLong),
                http -> http.withIdleTimeout(negative),
                http -> http.withIdleTimeout(tooLong),
                http -> http.withRetries(-1),
                http -> http.withRetryDelays(negative, YEAR),
                http -> http.withRetryDelays(Duration.ZERO, tooLong),
                http -> http.withRetryDelays(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                http -> http.withLongestRetryAfter(negative),
                http -> http.withLongestRetryAfter(tooLong),
                http -> http.withMaxReplyBytes(0));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void whatIsOutOfRangeIsRefused(Function<HttpSettings, HttpSettings> change) {
        assertThrows(IllegalArgumentException.class, () -> change.apply(HttpSettings.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Y", "X:", "\u00e4", "X\n"})
    void whatCannotBeTheNameOfAHeaderIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> HttpSettings.DEFAULT.withHeader(name, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Connection", "Expect", "UPGRADE"})
    void aHeaderThatFollowsFromTheRequestIsRefused(String name) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> HttpSettings.DEFAULT.withHeader(name, "1"));

        assertTrue(refused.getMessage().contains("the header " + name + " cannot be set"));
    }

    @Test
    void thereIsOneHeaderOfEachNameAndTheLastOneCounts() {
        HttpSettings http = HttpSettings.DEFAULT.withHeader("x-team", "1").withHeader("X-Team", "2");
        Map<String, String> headers = new TreeMap<>();
        http.headers().forEach(headers::put);

        assertEquals(Map.of("X-Team", "2"), headers);
    }
}
