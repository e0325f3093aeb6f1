package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the decisions of providers about retries: headers, delays in errors, rate limits, and billing faults. */
class EndpointDelayTest {

    private static final Play REPLY = json("{\"text\":\"hi\"}");

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 408, 409})
    void headerForbidsARetry(int status) {
        try (LoopbackServer server =
                        LoopbackServer.playing(response(status, "{\"error\":\"no\"}", "x-should-retry: false"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(status, unavailable.status());
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 418, 422})
    void headerOrdersARetry(int status) {
        try (LoopbackServer server =
                        LoopbackServer.playing(response(status, "{\"error\":\"x\"}", "X-Should-Retry: TRUE"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.post().text());
            assertEquals(1, fixture.delays.size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"error\":{\"code\":429,\"message\":\"Quota exceeded. Please retry in 1.2s.\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"1s\"}]}}] | 1200",
                "{\"error\":{\"message\":\"Busy\",\"details\":[{\"@type\":\"x.RetryInfo\",\"retryDelay\":\"3s\"}]}} | 3000",
                "{\"error\":{\"message\":\"Rate limit reached. Please try again in 20ms.\",\"code\":\"rate_limit_exceeded\"}} | 20",
                "{\"error\":\"Rate limit reached. Please try again in 0m7.5s.\"} | 7500",
                "{\"detail\":\"Too many requests. Retry after 4 seconds.\"} | 4000",
                "{\"error\":{\"message\":\"Slow down\",\"retry_after\":2}} | 2000",
                "{\"error\":{\"message\":\"You exceeded your current quota, please check your plan and billing details. Please retry in 9s.\",\"status\":\"RESOURCE_EXHAUSTED\"}} | 9000",
                "<title>Try again in 11 seconds</title> | 11000"
            })
    void delayInAnErrorIsUsed(String body, long millis) {
        try (LoopbackServer server = LoopbackServer.playing(response(429, body), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            assertEquals(List.of(Duration.ofMillis(millis)), fixture.delays);
        }
    }

    @Test
    void delayInAStreamIsUsed() {
        try (LoopbackServer server = LoopbackServer.playing(
                        events("{\"error\":{\"code\":429,\"message\":\"Please retry in 3s.\"}}"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.post().text());
            assertEquals(List.of(Duration.ofSeconds(3)), fixture.delays);
        }
    }

    @Test
    void headerPrecedesTheDelayInTheError() {
        try (LoopbackServer server = LoopbackServer.playing(
                        response(429, "{\"error\":\"try again in 20ms\"}", "Retry-After: 2"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            assertEquals(List.of(Duration.ofSeconds(2)), fixture.delays);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x-ratelimit-remaining-requests: 0, x-ratelimit-reset-requests: 6s, 6000",
        "x-ratelimit-remaining-tokens: 0, x-ratelimit-reset-tokens: 0m1.2s, 1200",
        "anthropic-ratelimit-tokens-remaining: 0, anthropic-ratelimit-tokens-reset: 2026-11-22T10:00:07Z, 7000",
        "X-RateLimit-Remaining: 0, X-RateLimit-Reset: 1795341609000, 9000",
        "X-RateLimit-Remaining: 0, X-RateLimit-Reset: 1795341604, 4000",
        "ratelimit-remaining: 0, ratelimit-reset: 12, 12000",
        "x-ratelimit-remaining-requests: 3, x-ratelimit-reset-requests: 6s, 500",
        "x-other: 0, x-ratelimit-reset-requests: 6s, 500",
        "x-ratelimit-remaining-requests: 0, x-ratelimit-reset-requests: soon, 500",
        "anthropic-ratelimit-tokens-remaining: 0, anthropic-ratelimit-tokens-reset: 2026-11-22T09:00:00Z, 500"
    })
    void exhaustedLimitIsAwaited(String remaining, String reset, long millis) {
        try (LoopbackServer server = LoopbackServer.playing(response(429, "", remaining, reset), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            assertEquals(List.of(Duration.ofMillis(millis)), fixture.delays);
        }
    }

    @Test
    void longestOfSeveralLimitsIsAwaited() {
        Play limited = response(
                429,
                "",
                "x-ratelimit-remaining-requests: 0",
                "x-ratelimit-reset-requests: 6m0s",
                "x-ratelimit-remaining-tokens: 0",
                "x-ratelimit-reset-tokens: 1s");
        try (LoopbackServer server = LoopbackServer.playing(limited, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(Optional.of(Duration.ofMinutes(6)), unavailable.retryAfter());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "402 | {\"error\":{\"message\":\"Insufficient Balance\",\"type\":\"unknown_error\",\"param\":null,\"code\":\"invalid_request_error\"}}",
                "402 | Payment Required",
                "429 | {\"error\":{\"message\":\"You exceeded your current quota, please check your plan and billing details.\",\"type\":\"insufficient_quota\"}}",
                "400 | {\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"Your credit balance is too low to access the API.\"}}",
                "429 | {\"error\":{\"message\":\"Your account is suspended due to insufficient balance, please recharge\",\"type\":\"exceeded_current_quota_error\"}}",
                "400 | {\"code\":\"Arrearage\",\"message\":\"Access denied.\",\"request_id\":\"r\"}",
                "400 | {\"error\":{\"message\":\"Budget has been exceeded! Current cost: 0.1\",\"code\":\"400\"}}",
                "403 | {\"error\":\"Sorry, your account balance is insufficient\"}",
                "403 | {\"error\":{\"message\":\"This request requires more credits.\",\"code\":402}}",
                "403 | {\"error\":\"Your team has either used all available credits or reached its monthly spending limit.\"}",
                "200 | {\"error\":{\"code\":402,\"message\":\"Not possible\"}}"
            })
    void usedUpBalanceIsNamedAndNotRetried(int status, String body) {
        try (LoopbackServer server = LoopbackServer.playing(response(status, body), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(status, unavailable.status());
            assertTrue(unavailable.getMessage().contains("balance or quota of the account is used up"));
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {\"error\":{\"message\":\"messages.0.content: 'What is my account balance?' is invalid\"}}",
                "400 | {\"error\":{\"message\":\"The text 'insufficient balance' is invalid\"}}",
                "404 | {\"error\":\"Unknown tool: raise spending limit\"}",
                "500 | {\"error\":{\"message\":\"Internal error in tool get account balance\"}}",
                "500 | {\"error\":{\"message\":\"Insufficient balance\"}}",
                "429 | {\"error\":{\"message\":\"Rate limit of the tool account balance\"}}",
                "200 | {\"error\":{\"code\":500,\"message\":\"The tool reports: out of credits\"}}"
            })
    void quotedWordsAreNotABillingFault(int status, String body) {
        try (LoopbackServer server = LoopbackServer.playing(response(status, body), response(status, body), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(0))) {
            String message = fixture.failsWith(ModelException.class).getMessage();

            assertFalse(message.contains("balance or quota of the account is used up"), message);
        }
    }

    @Test
    void rateLimitWithoutADelayIsNotABillingFault() {
        String body = "{\"error\":{\"message\":\"You exceeded your current quota\",\"status\":\"RESOURCE_EXHAUSTED\"}}";
        try (LoopbackServer server = LoopbackServer.playing(response(429, body), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.post().text());
        }
    }

    @Test
    void messageDoesNotPredictTheNextFailure() {
        try (LoopbackServer server = LoopbackServer.playing(response(418, "{\"error\":\"tea\"}"));
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT)) {
            String message = fixture.failsWith(RequestRejectedException.class).getMessage();

            assertTrue(!message.contains("again"), message);
        }
    }

    @Test
    void responseIsDescribedByItsHeaders() {
        String[] headers = {
            "Content-Type: application/json",
            "x-request-id: req-1",
            "X-RateLimit-Remaining-Requests: 7",
            "anthropic-ratelimit-tokens-reset: 2026-11-22T10:00:07Z",
            "X-Other: " + EndpointFixture.KEY
        };
        try (LoopbackServer server = LoopbackServer.playing(response(200, "{\"text\":\"hi\"}", headers));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ResponseInfo response = fixture.post().provenance().response();

            assertEquals("req-1", response.requestId());
            assertEquals(
                    Map.of(
                            "x-ratelimit-remaining-requests", "7",
                            "anthropic-ratelimit-tokens-reset", "2026-11-22T10:00:07Z"),
                    response.rateLimits());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | request-id: req-2 | {} | req-2",
                "503 | apim-request-id: req-3 | {} | req-3",
                "429 | x-amzn-requestid: req-4 | {} | req-4",
                "402 | x-goog-request-id: req-5 | {} | req-5",
                "302 | x-request-id: req-6 | {} | req-6",
                "200 | x-request-id: req-7 | <html> | req-7",
                "200 | x-request-id: req-8 | {\"text\":1} | req-8",
                "400 | x-other: 1 | {\"type\":\"error\",\"error\":{\"message\":\"no\"},\"request_id\":\"req-9\"} | req-9"
            })
    void exceptionContainsTheIdOfTheRequest(int status, String header, String body, String id) {
        try (LoopbackServer server = LoopbackServer.playing(response(status, body, header));
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(0))) {
            assertEquals(id, fixture.failsWith(ModelException.class).response().requestId());
        }
    }
}
