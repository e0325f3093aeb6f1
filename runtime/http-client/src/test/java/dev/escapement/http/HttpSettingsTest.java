package dev.escapement.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.RateLimit;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that settings are changed one at a time and validated. */
class HttpSettingsTest {

    private static final Duration YEAR = Duration.ofDays(365);

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        HttpSettings http = HttpSettings.DEFAULT;

        assertEquals(Duration.ofSeconds(10), http.connectTimeout());
        assertEquals(Duration.ofMinutes(10), http.replyTimeout());
        assertEquals(Duration.ofMinutes(2), http.idleTimeout());
        assertEquals(2, http.retries());
        assertEquals(Duration.ofMillis(500), http.firstRetryDelay());
        assertEquals(Duration.ofSeconds(30), http.longestRetryDelay());
        assertEquals(Duration.ofSeconds(60), http.longestRetryAfter());
        assertEquals(33_554_432, http.maxReplyBytes());
        assertEquals(Optional.empty(), http.proxy());
        assertEquals(Optional.empty(), http.proxyAuthorization());
        assertEquals(Optional.empty(), http.sslContext());
        assertEquals(Optional.empty(), http.httpClient());
        assertEquals(Map.of(), http.headers());
        assertEquals(Optional.empty(), http.rateLimit());
    }

    @Test
    void eachSettingChangesNothingElse() throws NoSuchAlgorithmException {
        RateLimit limit = RateLimit.of(1, YEAR);
        ProxySelector proxy = ProxySelector.of(null);
        HttpClient client = HttpClient.newHttpClient();
        SSLContext context = SSLContext.getDefault();
        HttpSettings http = HttpSettings.DEFAULT
                .withHttpClient(client)
                .withSslContext(context)
                .withProxyPassword("user", "password")
                .withRateLimit(limit)
                .withHeader("X-A", "1")
                .withProxy(proxy)
                .withMaxReplyBytes(7)
                .withLongestRetryAfter(Duration.ofSeconds(6))
                .withRetryDelays(Duration.ofSeconds(4), Duration.ofSeconds(5))
                .withRetries(9)
                .withIdleTimeout(Duration.ofSeconds(3))
                .withReplyTimeout(Duration.ofSeconds(2))
                .withConnectTimeout(Duration.ofSeconds(1))
                .withHeader("X-B", "2");

        assertEquals(Duration.ofSeconds(1), http.connectTimeout());
        assertEquals(Duration.ofSeconds(2), http.replyTimeout());
        assertEquals(Duration.ofSeconds(3), http.idleTimeout());
        assertEquals(9, http.retries());
        assertEquals(Duration.ofSeconds(4), http.firstRetryDelay());
        assertEquals(Duration.ofSeconds(5), http.longestRetryDelay());
        assertEquals(Duration.ofSeconds(6), http.longestRetryAfter());
        assertEquals(7, http.maxReplyBytes());
        assertEquals(Optional.of(proxy), http.proxy());
        assertEquals(Optional.of("Basic dXNlcjpwYXNzd29yZA=="), http.proxyAuthorization());
        assertEquals(Optional.of(context), http.sslContext());
        assertEquals(Optional.of(client), http.httpClient());
        assertEquals(Map.of("X-A", "1", "X-B", "2"), http.headers());
        assertEquals(Optional.of(limit), http.rateLimit());
    }

    @Test
    void changeLeavesTheOriginalUnchanged() {
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
    void valueOutOfRangeIsRejected(Function<HttpSettings, HttpSettings> change) {
        assertThrows(IllegalArgumentException.class, () -> change.apply(HttpSettings.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Y", "X:", "\u00e4", "X\n"})
    void invalidHeaderNameIsRejected(String name) {
        assertThrows(IllegalArgumentException.class, () -> HttpSettings.DEFAULT.withHeader(name, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Connection", "Expect", "UPGRADE"})
    void reservedHeaderIsRejected(String name) {
        assertThrows(IllegalArgumentException.class, () -> HttpSettings.DEFAULT.withHeader(name, "1"));
    }

    @Test
    void laterHeaderReplacesOneOfTheSameName() {
        HttpSettings http = HttpSettings.DEFAULT.withHeader("x-team", "1").withHeader("X-Team", "2");

        assertEquals(Map.of("X-Team", "2"), Map.copyOf(http.headers()));
    }
}
