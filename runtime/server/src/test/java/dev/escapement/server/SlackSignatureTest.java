package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.server.WebhookVerification.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);
    private static final String EVENT =
            "{\"type\":\"event_callback\",\"event_id\":\"Ev123\",\"event\":{\"type\":\"message\"}}";

    @Test
    void eventIdIsDeliveryId() {
        assertEquals(new WebhookVerification.Delivery("Ev123", TIME, EVENT), verify(EVENT, TIME));
    }

    @Test
    void retryHasSameDeliveryId() {
        Instant later = TIME.plusSeconds(60);
        Map<String, List<String>> headers = SignedRequests.with(signed(EVENT, later), "X-Slack-Retry-Num", "1");
        WebhookVerification.Delivery delivery =
                assertInstanceOf(WebhookVerification.Delivery.class, verify(headers, EVENT, later));
        assertEquals("Ev123", delivery.id());
    }

    @Test
    void eventWithoutIdIsIdentifiedByItsHash() {
        String first = id("{\"type\":\"event_callback\",\"event\":1}");
        assertNotEquals(first, id("{\"type\":\"event_callback\",\"event\":2}"));
    }

    @Test
    void challengeIsAnswered() {
        assertEquals(
                new WebhookVerification.Acknowledgement(Optional.of("3eZbrw")),
                verify("{\"type\":\"url_verification\",\"challenge\":\"3eZbrw\"}", TIME));
    }

    @Test
    void unsignedChallengeIsRefused() {
        String body = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw\"}";
        assertEquals(refusal(Reason.WRONG_SIGNATURE), verify(signed(EVENT, TIME), body, TIME));
    }

    @Test
    void noticeOfRateLimitIsAcknowledged() {
        assertEquals(
                new WebhookVerification.Acknowledgement(Optional.empty()),
                verify("{\"type\":\"app_rate_limited\",\"minute_rate_limited\":1518467820}", TIME));
    }

    @Test
    void publishedSignatureMatchesItsForm() {
        String secret = "8f742231b10e8888abcd99yyyzzz85a5";
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Map<String, List<String>> headers = Map.of(
                "X-Slack-Request-Timestamp",
                List.of("1531420618"),
                "X-Slack-Signature",
                List.of("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));
        assertEquals(
                refusal(Reason.MALFORMED_BODY),
                SlackSignature.of(secret).verify(request(headers, body), Instant.ofEpochSecond(1531420618)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void timeOutsideWindowIsRefused(long seconds) {
        assertEquals(refusal(Reason.OUTSIDE_WINDOW), verify(signed(EVENT, TIME), EVENT, TIME.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Slack-Request-Timestamp", "X-Slack-Signature"})
    void absentHeaderIsRefused(String name) {
        Map<String, List<String>> headers = new HashMap<>(signed(EVENT, TIME));
        headers.remove(name);
        assertEquals(refusal(Reason.HEADERS), verify(headers, EVENT, TIME));
    }

    @Test
    void repeatedSignatureIsRefused() {
        Map<String, List<String>> signed = signed(EVENT, TIME);
        String signature = signed.get("X-Slack-Signature").get(0);
        assertEquals(
                refusal(Reason.HEADERS),
                verify(SignedRequests.with(signed, "X-Slack-Signature", "v0=00", signature), EVENT, TIME));
    }

    @Test
    void otherSpellingOfSignatureIsRefused() {
        Map<String, List<String>> signed = signed(EVENT, TIME);
        String upper =
                "v0=" + signed.get("X-Slack-Signature").get(0).substring(3).toUpperCase(Locale.ROOT);
        assertEquals(
                refusal(Reason.WRONG_SIGNATURE),
                verify(SignedRequests.with(signed, "X-Slack-Signature", upper), EVENT, TIME));
    }

    @Test
    @SuppressWarnings("NullAway") // a null from an environment variable
    void absentSecretIsNamed() {
        assertEquals(
                "The secret is null. Set the environment variable or the setting that contains it.",
                assertThrows(IllegalArgumentException.class, () -> SlackSignature.of(System.getenv("ABSENT_SECRET")))
                        .getMessage());
    }

    @Test
    void otherSecretIsRefused() {
        Map<String, List<String>> headers =
                SignedRequests.slack("fedcba9876543210", TIME, EVENT.getBytes(StandardCharsets.UTF_8));
        assertEquals(refusal(Reason.WRONG_SIGNATURE), verify(headers, EVENT, TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"type\":\"a\",\"type\":\"b\"}", "{", "payload=%7B%7D"})
    void signedBodyWithoutObjectIsRefused(String body) {
        assertEquals(refusal(Reason.MALFORMED_BODY), verify(body, TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with white space here"})
    void malformedSecretIsRefused(String secret) {
        assertThrows(IllegalArgumentException.class, () -> SlackSignature.of(secret));
    }

    private static String id(String body) {
        return assertInstanceOf(WebhookVerification.Delivery.class, verify(body, TIME))
                .id();
    }

    private static Map<String, List<String>> signed(String body, Instant time) {
        return SignedRequests.slack(SECRET, time, body.getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookVerification refusal(Reason reason) {
        return new WebhookVerification.RefusedDelivery(reason);
    }

    private static ServerRequest request(Map<String, List<String>> headers, String body) {
        return SignedRequests.post("/webhooks/a/slack", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static WebhookVerification verify(String body, Instant now) {
        return verify(signed(body, now), body, now);
    }

    private static WebhookVerification verify(Map<String, List<String>> headers, String body, Instant now) {
        return SlackSignature.of(SECRET).verify(request(headers, body), now);
    }
}
