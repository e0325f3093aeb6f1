package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.head;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RateLimit;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.http.client.LoopbackServer.Play;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again, how often, and after how long. Chance takes nothing off the waits here. */
class EndpointRetryTest {

    private static final Play REPLY = json("{\"text\":\"hi\"}");
    private static final Duration HALF = Duration.ofMillis(500);
    private static final Duration ONE = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 529, 599})
    void whatMayPassIsAskedAgain(int status) {
        try (LoopbackServer server = LoopbackServer.playing(response(status, ""), response(status, ""), REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            assertEquals("hi", asking.ask().text());
            assertEquals(List.of(HALF, ONE), asking.waits);
        }
    }

    @Test
    void afterTheLastRetryTheModelIsUnavailable() {
        Play busy = response(503, "{\"error\":{\"message\":\"Busy\",\"code\":\"overloaded\"}}");
        try (LoopbackServer server = LoopbackServer.playing(busy, busy, busy, REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = asking.failsWith(ModelUnavailableException.class);

            assertEquals(503, unavailable.status());
            assertEquals(Optional.empty(), unavailable.retryAfter());
            assertEquals(
                    "test model-1 at " + server.uri()
                            + " is unavailable, asked 3 times; HTTP 503 (overloaded): Busy. Resume the thread later.",
                    unavailable.getMessage());
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void theNumberOfRetriesAndTheDelaysCanBeSet() {
        HttpSettings http =
                HttpSettings.DEFAULT.withRetries(4).withRetryDelays(Duration.ofSeconds(2), Duration.ofSeconds(7));
        Play busy = response(500, "");
        try (LoopbackServer server = LoopbackServer.playing(busy, busy, busy, busy, REPLY);
                EndpointFixture asking = EndpointFixture.of(server, http)) {
            asking.ask();

            assertEquals(
                    List.of(2, 4, 7, 7),
                    asking.waits.stream().map(Duration::toSecondsPart).toList());
        }
    }

    @Test
    void withoutRetriesItIsAskedOnce() {
        try (LoopbackServer server = LoopbackServer.playing(response(500, ""), REPLY);
                EndpointFixture asking = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(0))) {
            ModelUnavailableException unavailable = asking.failsWith(ModelUnavailableException.class);

            assertTrue(unavailable.getMessage().contains("asked once; HTTP 500, without a word"));
            assertEquals(List.of(), asking.waits);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 405, 407, 408, 409, 413, 418, 422, 451})
    void aRequestThatIsRejectedIsNeverAskedAgain(int status) {
        Play rejected = response(status, "{\"error\":{\"message\":\"No\",\"type\":\"bad_request\"}}");
        try (LoopbackServer server = LoopbackServer.playing(rejected, REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            RequestRejectedException fault = asking.failsWith(RequestRejectedException.class);

            assertEquals(status, fault.status());
            assertEquals("bad_request", fault.code());
            assertTrue(fault.getMessage().contains("; HTTP " + status + " (bad_request): No. "), fault.getMessage());
            assertEquals(1, server.requests().size());
            assertEquals(List.of(), asking.logged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"No more\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}",
                "{\"error\":{\"message\":\"No more\",\"type\":\"insufficient_quota\",\"code\":null}}"
            })
    void aQuotaThatIsUsedUpIsNotAskedForAgain(String error) {
        try (LoopbackServer server = LoopbackServer.playing(response(429, error, "Retry-After: 1"), REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = asking.failsWith(ModelUnavailableException.class);

            assertEquals(429, unavailable.status());
            assertEquals(
                    "test model-1 at " + server.uri()
                            + ": the quota is used up, which does not pass by waiting; HTTP 429"
                            + " (insufficient_quota): No more. Raise it at the provider, then resume the thread.",
                    unavailable.getMessage());
            assertEquals(List.of(), asking.waits);
        }
    }

    @Test
    void norIsOneThatIsUsedUpInTheMiddleOfAStream() {
        try (LoopbackServer server = LoopbackServer.playing(
                        events("{\"fault\":\"No more\",\"code\":\"insufficient_quota\",\"temporary\":true}"), REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            asking.failsWith(ModelUnavailableException.class);

            assertEquals(List.of(), asking.waits);
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
    void theProviderSaysHowLongToWait(String header, long millis) {
        try (LoopbackServer server = LoopbackServer.playing(response(429, "", header), REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            asking.ask();

            assertEquals(List.of(Duration.ofMillis(millis)), asking.waits);
        }
    }

    @Test
    void aProviderThatWantsToBeLeftAloneForLongIsNotAskedAgain() {
        try (LoopbackServer server = LoopbackServer.playing(response(429, "", "Retry-After: 61"), REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = asking.failsWith(ModelUnavailableException.class);

            assertEquals(Optional.of(Duration.ofSeconds(61)), unavailable.retryAfter());
            assertEquals(429, unavailable.status());
            assertTrue(
                    unavailable.getMessage().contains("wants to be left alone for 61 s, which is more than the 60 s"),
                    unavailable.getMessage());
            assertEquals(List.of(), asking.waits);
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void howLongToWaitIsAlsoSaidAfterTheLastRetry() {
        try (LoopbackServer server = LoopbackServer.playing(response(429, "", "Retry-After: 20"));
                EndpointFixture asking = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(0))) {
            ModelUnavailableException unavailable = asking.failsWith(ModelUnavailableException.class);

            assertEquals(Optional.of(Duration.ofSeconds(20)), unavailable.retryAfter());
        }
    }

    @Test
    void everyRetryIsLoggedWithItsReasonAndItsWait() {
        try (LoopbackServer server = LoopbackServer.playing(
                        response(503, "{\"error\":\"Busy\\nvery\"}"), response(429, "", "Retry-After: 20"), REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            asking.ask();

            String model = "test model-1 at " + server.uri() + ": ";
            assertEquals(
                    List.of(
                            model + "HTTP 503: Busy\\nvery. Asked again in 500 ms, retry 1 of 2",
                            model + "HTTP 429, without a word. Asked again in 20 s, retry 2 of 2"
                                    + "; the caller waits that long"),
                    asking.logged);
        }
    }

    @Test
    void theSameRequestIsSentAgain() {
        try (LoopbackServer server = LoopbackServer.playing(response(500, ""), REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            asking.ask();

            assertEquals(
                    server.requests().get(0).body(), server.requests().get(1).body());
        }
    }

    @Test
    void aFaultInTheMiddleOfAStreamVoidsWhatWasShown() {
        try (LoopbackServer server = LoopbackServer.playing(
                        events("{\"text\":\"a\"}", "{\"fault\":\"Overloaded\",\"temporary\":true}"),
                        events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            assertEquals("b", asking.ask().text());
            assertEquals("a|b", asking.deltas());
            assertTrue(asking.logged.get(0).contains("HTTP 200 (faulty): Overloaded"), asking.logged.toString());
        }
    }

    @Test
    void aFaultInTheMiddleOfAStreamThatWillNotPassIsNotAskedAgain() {
        try (LoopbackServer server = LoopbackServer.playing(events("{\"text\":\"a\"}", "{\"fault\":\"Bad request\"}"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            asking.failsWith(RequestRejectedException.class);

            assertEquals("a|", asking.deltas());
            assertEquals(List.of(), asking.waits);
        }
    }

    @Test
    void whatTheLastAttemptHasShownIsVoidToo() {
        Play half = events("{\"text\":\"a\"}");
        try (LoopbackServer server = LoopbackServer.playing(half, half);
                EndpointFixture asking = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(1))) {
            asking.failsWith(ModelUnavailableException.class);

            assertEquals("a|a|", asking.deltas());
        }
    }

    @Test
    void nothingIsVoidedWhereNothingWasShown() {
        try (LoopbackServer server = LoopbackServer.playing(response(500, ""), events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            asking.ask();

            assertEquals("b", asking.deltas());
        }
    }

    @Test
    void aStreamThatEndsTooEarlyIsAskedForAgain() {
        try (LoopbackServer server =
                        LoopbackServer.playing(events("{\"text\":\"a\"}"), events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            assertEquals("b", asking.ask().text());
            assertEquals("a|b", asking.deltas());
        }
    }

    @Test
    void aStreamThatEndsInTheMiddleOfAnEventIsAskedForAgain() {
        Play half = response(200, "data: {\"text\":\"a\"}\n\ndata: {\"te", "Content-Type: text/event-stream");
        try (LoopbackServer server = LoopbackServer.playing(half, events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            assertEquals("b", asking.ask().text());
        }
    }

    @Test
    void aStreamWhoseConnectionIsLostAfterItsLastEventIsComplete() {
        Play unfinished = head(200, "Content-Type: text/event-stream", "Content-Length: 1000")
                .then(raw("data: {\"text\":\"a\"}\n\ndata: [DONE]\n\n"));
        try (LoopbackServer server = LoopbackServer.playing(unfinished);
                EndpointFixture asking = EndpointFixture.of(server)) {
            assertEquals("a", asking.ask().text());
            assertEquals(List.of(), asking.waits);
        }
    }

    @Test
    void aStreamWhoseConnectionIsLostBeforeItsLastEventIsNot() {
        Play unfinished = head(200, "Content-Type: text/event-stream", "Content-Length: 1000")
                .then(raw("data: {\"text\":\"a\"}\n\ndata: [DONE]"));
        try (LoopbackServer server = LoopbackServer.playing(unfinished, REPLY);
                EndpointFixture asking = EndpointFixture.of(server)) {
            assertEquals("hi", asking.ask().text());
            assertEquals(List.of(HALF), asking.waits);
        }
    }

    @Test
    void aLongWaitForTheRateLimitIsLogged() {
        RateLimit limit = RateLimit.of(2, Duration.ofDays(1));
        try (LoopbackServer server = LoopbackServer.playing(REPLY, REPLY);
                EndpointFixture asking = EndpointFixture.of(server, HttpSettings.DEFAULT.withRateLimit(limit))) {
            asking.letTimePass(Duration.ofSeconds(2));
            asking.ask();
            asking.letTimePass(Duration.ofSeconds(5));
            asking.ask();

            assertEquals(
                    List.of("test model-1 at " + server.uri() + ": the rate limit made the caller wait for 5 s"),
                    asking.logged);
        }
    }

    @Test
    @Timeout(60)
    void eachAttemptCountsForTheRateLimit() throws InterruptedException {
        RateLimit three = RateLimit.of(3, Duration.ofDays(1));
        Play busy = response(500, "");
        try (LoopbackServer server = LoopbackServer.playing(busy, busy, REPLY);
                EndpointFixture asking = EndpointFixture.of(server, HttpSettings.DEFAULT.withRateLimit(three))) {
            asking.ask();
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
