package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.head;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RateLimit;
import dev.escapement.model.RequestRejectedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the conditions, number and delays of retries. The random share of the delays is zero here. */
class EndpointRetryTest {

    private static final Play REPLY = json("{\"text\":\"hi\"}");
    private static final Duration HALF = Duration.ofMillis(500);
    private static final Duration ONE = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504, 529, 599})
    void temporaryFailureIsRetried(int status) {
        try (LoopbackServer server = LoopbackServer.playing(response(status, ""), response(status, ""), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.post().text());
            assertEquals(List.of(HALF, ONE), fixture.delays);
        }
    }

    @Test
    void lastFailureMakesTheModelUnavailable() {
        Play busy = response(503, "{\"error\":{\"message\":\"Busy\",\"code\":\"overloaded\"}}");
        try (LoopbackServer server = LoopbackServer.playing(busy, busy, busy, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(503, unavailable.status());
            assertEquals(Optional.empty(), unavailable.retryAfter());
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void retriesAndDelaysFollowTheSettings() {
        HttpSettings http =
                HttpSettings.DEFAULT.withRetries(4).withRetryDelays(Duration.ofSeconds(2), Duration.ofSeconds(7));
        Play busy = response(500, "");
        try (LoopbackServer server = LoopbackServer.playing(busy, busy, busy, busy, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server, http)) {
            fixture.post();

            assertEquals(
                    List.of(2, 4, 7, 7),
                    fixture.delays.stream().map(Duration::toSecondsPart).toList());
        }
    }

    @Test
    void zeroRetriesAllowOneAttempt() {
        try (LoopbackServer server = LoopbackServer.playing(response(500, ""), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(0))) {
            assertEquals(RetryableException.Kind.PROVIDER_ERROR, fixture.lastFailure());
            assertEquals(List.of(), fixture.delays);
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 407, 413, 418, 422, 451})
    void rejectedRequestIsNotRetried(int status) {
        Play rejected = response(status, "{\"error\":{\"message\":\"No\",\"type\":\"bad_request\"}}");
        try (LoopbackServer server = LoopbackServer.playing(rejected, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            RequestRejectedException fault = fixture.failsWith(RequestRejectedException.class);

            assertEquals(status, fault.status());
            assertEquals("bad_request", fault.code());
            assertEquals(1, server.requests().size());
            assertEquals(List.of(), fixture.logged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"No more\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}",
                "{\"error\":{\"message\":\"No more\",\"type\":\"insufficient_quota\",\"code\":null}}"
            })
    void exhaustedQuotaIsNotRetried(String error) {
        try (LoopbackServer server = LoopbackServer.playing(response(429, error, "Retry-After: 1"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(429, unavailable.status());
            assertEquals(Optional.empty(), unavailable.retryAfter());
            assertEquals(List.of(), fixture.delays);
        }
    }

    @Test
    void exhaustedQuotaInAStreamIsNotRetried() {
        try (LoopbackServer server = LoopbackServer.playing(
                        events("{\"fault\":\"No more\",\"code\":\"insufficient_quota\",\"temporary\":true}"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.failsWith(ModelUnavailableException.class);

            assertEquals(List.of(), fixture.delays);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After: 20, 20000",
        "retry-after: 0.25, 250",
        "'Retry-After: Sun, 22 Nov 2026 10:00:30 GMT', 30000",
        "retry-after-ms: 40, 40",
        "Retry-After: 60, 60000",
        "Retry-After: 0, 500",
        "Retry-After: soon, 500"
    })
    void requestedDelayIsUsed(String header, long millis) {
        try (LoopbackServer server = LoopbackServer.playing(response(429, "", header), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            assertEquals(List.of(Duration.ofMillis(millis)), fixture.delays);
        }
    }

    @Test
    void requestedDelayBeyondTheLimitIsNotRetried() {
        try (LoopbackServer server = LoopbackServer.playing(response(429, "", "Retry-After: 61"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(Optional.of(Duration.ofSeconds(61)), unavailable.retryAfter());
            assertEquals(429, unavailable.status());
            assertEquals(List.of(), fixture.delays);
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void lastFailureKeepsTheRequestedDelay() {
        try (LoopbackServer server = LoopbackServer.playing(response(429, "", "Retry-After: 20"));
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(0))) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(Optional.of(Duration.ofSeconds(20)), unavailable.retryAfter());
        }
    }

    @Test
    void retryIsLoggedWithReasonAndDelay() {
        try (LoopbackServer server = LoopbackServer.playing(
                        response(503, "{\"error\":\"Busy\\nvery\"}"), response(429, "", "Retry-After: 20"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            String model = "test model-1 at " + server.uri() + ": ";
            assertEquals(
                    List.of(
                            model + "HTTP 503: Busy\\nvery. Retry 1 of 2 in 500 ms",
                            model + "HTTP 429 without a message. Retry 2 of 2 in 20 s; the caller waits"),
                    fixture.logged);
        }
    }

    @Test
    void retrySendsTheSameRequest() {
        try (LoopbackServer server = LoopbackServer.playing(response(500, ""), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            assertEquals(
                    server.requests().get(0).body(), server.requests().get(1).body());
        }
    }

    @Test
    void temporaryErrorInAStreamVoidsItsDeltas() {
        try (LoopbackServer server = LoopbackServer.playing(
                        events("{\"text\":\"a\"}", "{\"fault\":\"Overloaded\",\"temporary\":true}"),
                        events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("b", fixture.post().text());
            assertEquals("a|b", fixture.deltas());
            assertEquals(1, fixture.logged.size());
        }
    }

    @Test
    void permanentErrorInAStreamIsNotRetried() {
        try (LoopbackServer server = LoopbackServer.playing(events("{\"text\":\"a\"}", "{\"fault\":\"Bad request\"}"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.failsWith(RequestRejectedException.class);

            assertEquals("a", fixture.deltas());
            assertEquals(List.of(), fixture.delays);
        }
    }

    @Test
    void exceptionEndsTheDeltasOfTheLastAttempt() {
        Play half = events("{\"text\":\"a\"}");
        try (LoopbackServer server = LoopbackServer.playing(half, half);
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(1))) {
            assertEquals(RetryableException.Kind.INCOMPLETE_STREAM, fixture.lastFailure());
            assertEquals("a|a", fixture.deltas());
        }
    }

    @Test
    void failureWithoutDeltasVoidsNothing() {
        try (LoopbackServer server = LoopbackServer.playing(response(500, ""), events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            assertEquals("b", fixture.deltas());
        }
    }

    @Test
    void incompleteStreamIsRetried() {
        try (LoopbackServer server =
                        LoopbackServer.playing(events("{\"text\":\"a\"}"), events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("b", fixture.post().text());
            assertEquals("a|b", fixture.deltas());
        }
    }

    @Test
    void streamWithHalfAnEventIsRetried() {
        Play half = response(200, "data: {\"text\":\"a\"}\n\ndata: {\"te", "Content-Type: text/event-stream");
        try (LoopbackServer server = LoopbackServer.playing(half, events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("b", fixture.post().text());
        }
    }

    @Test
    void connectionLostAfterTheLastEventIsIgnored() {
        Play unfinished = head(200, "Content-Type: text/event-stream", "Content-Length: 1000")
                .then(raw("data: {\"text\":\"a\"}\n\ndata: [DONE]\n\n"));
        try (LoopbackServer server = LoopbackServer.playing(unfinished);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("a", fixture.post().text());
            assertEquals(List.of(), fixture.delays);
        }
    }

    @Test
    void connectionLostBeforeTheLastEventIsRetried() {
        Play unfinished = head(200, "Content-Type: text/event-stream", "Content-Length: 1000")
                .then(raw("data: {\"text\":\"a\"}\n\ndata: [DONE]"));
        try (LoopbackServer server = LoopbackServer.playing(unfinished, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.post().text());
            assertEquals(List.of(HALF), fixture.delays);
        }
    }

    @Test
    void longWaitForTheRateLimitIsLogged() {
        RateLimit limit = RateLimit.of(2, Duration.ofDays(1));
        try (LoopbackServer server = LoopbackServer.playing(REPLY, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withRateLimit(limit))) {
            fixture.advanceClock(Duration.ofSeconds(2));
            fixture.post();
            fixture.advanceClock(Duration.ofSeconds(5));
            fixture.post();

            assertEquals(
                    List.of("test model-1 at " + server.uri() + ": the rate limit delayed the request by 5 s"),
                    fixture.logged);
        }
    }

    @Test
    @Timeout(60)
    void eachAttemptCountsForTheRateLimit() throws InterruptedException {
        RateLimit three = RateLimit.of(3, Duration.ofDays(1));
        Play busy = response(500, "");
        try (LoopbackServer server = LoopbackServer.playing(busy, busy, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withRateLimit(three))) {
            fixture.post();
        }
        FutureTask<Void> fourth = new FutureTask<>(() -> {
            three.acquire();
            return null;
        });
        Thread caller = new Thread(fourth);
        caller.start();
        while (caller.isAlive() && caller.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        assertFalse(fourth.isDone());
        caller.interrupt();
        caller.join();
    }
}
