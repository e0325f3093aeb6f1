package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.server.WebhookVerification.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final Instant TIME = Instant.ofEpochSecond(1614265330);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @Test
    void publishedExampleIsVerified() {
        Map<String, List<String>> headers = Map.of(
                "webhook-id",
                List.of(ID),
                "webhook-timestamp",
                List.of("1614265330"),
                "webhook-signature",
                List.of("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
        assertEquals(
                new WebhookVerification.Delivery(ID, TIME, new String(BODY, StandardCharsets.UTF_8)),
                verify(headers, BODY, TIME, SECRET));
    }

    @Test
    void oneOfSeveralSignaturesSuffices() {
        Map<String, List<String>> signed = signed(SECRET);
        String signatures =
                "v1a,AAAA v2,AAAA v1,AAAA " + signed.get("webhook-signature").get(0);
        assertInstanceOf(
                WebhookVerification.Delivery.class,
                verify(SignedRequests.with(signed, "webhook-signature", signatures), BODY, TIME, SECRET));
    }

    @Test
    void bothSecretsAreValidDuringRotation() {
        assertInstanceOf(WebhookVerification.Delivery.class, verify(signed(OTHER), BODY, TIME, SECRET, OTHER));
    }

    @Test
    void otherSecretIsRefused() {
        assertEquals(refusal(Reason.WRONG_SIGNATURE), verify(signed(OTHER), BODY, TIME, SECRET));
    }

    @Test
    void changedBodyIsRefused() {
        byte[] changed = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        assertEquals(refusal(Reason.WRONG_SIGNATURE), verify(signed(SECRET), changed, TIME, SECRET));
    }

    @Test
    void changedIdIsRefused() {
        Map<String, List<String>> headers = SignedRequests.with(signed(SECRET), "webhook-id", "msg_other");
        assertEquals(refusal(Reason.WRONG_SIGNATURE), verify(headers, BODY, TIME, SECRET));
    }

    @Test
    void changedTimeIsRefused() {
        Map<String, List<String>> headers = SignedRequests.with(signed(SECRET), "webhook-timestamp", "1614265331");
        assertEquals(refusal(Reason.WRONG_SIGNATURE), verify(headers, BODY, TIME, SECRET));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void timeAtEndOfWindowIsAccepted(long seconds) {
        assertInstanceOf(
                WebhookVerification.Delivery.class, verify(signed(SECRET), BODY, TIME.plusSeconds(seconds), SECRET));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void timeOutsideWindowIsRefused(long seconds) {
        Instant now = TIME.plus(Duration.ofSeconds(seconds));
        assertEquals(refusal(Reason.OUTSIDE_WINDOW), verify(signed(SECRET), BODY, now, SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1614265330", "+1614265330", "1614265330.5", "0x60", "99999999999999999999", "١"})
    void malformedTimeIsRefused(String text) {
        Map<String, List<String>> headers = SignedRequests.with(signed(SECRET), "webhook-timestamp", text);
        assertEquals(refusal(Reason.MALFORMED_HEADER), verify(headers, BODY, TIME, SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void absentHeaderIsRefused(String name) {
        Map<String, List<String>> headers = new HashMap<>(signed(SECRET));
        headers.remove(name);
        assertEquals(refusal(Reason.HEADERS), verify(headers, BODY, TIME, SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void repeatedHeaderIsRefused(String name) {
        Map<String, List<String>> signed = signed(SECRET);
        String value = signed.get(name).get(0);
        assertEquals(
                refusal(Reason.HEADERS), verify(SignedRequests.with(signed, name, value, value), BODY, TIME, SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "ä"})
    void ambiguousIdIsRefused(String id) {
        Map<String, List<String>> headers = SignedRequests.standard(id, TIME, BODY, SECRET);
        assertEquals(refusal(Reason.MALFORMED_HEADER), verify(headers, BODY, TIME, SECRET));
    }

    @Test
    void bodyThatIsNotUtf8IsRefused() {
        byte[] latin = {'"', (byte) 0xe4, '"'};
        Map<String, List<String>> headers = SignedRequests.standard(ID, TIME, latin, SECRET);
        assertEquals(refusal(Reason.MALFORMED_BODY), verify(headers, latin, TIME, SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_c2hvcnQ=",
                "whsec_*fKQ9r8GKYqrTwjUPD8ILPZI"
            })
    void malformedSecretIsNotRepeatedInMessage(String secret) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> StandardWebhooks.of(secret));
        assertFalse(secret.length() > 6 && String.valueOf(e.getMessage()).contains(secret), e.getMessage());
    }

    private static Map<String, List<String>> signed(String secret) {
        return SignedRequests.standard(ID, TIME, BODY, secret);
    }

    private static WebhookVerification refusal(Reason reason) {
        return new WebhookVerification.RefusedDelivery(reason);
    }

    private static WebhookVerification verify(
            Map<String, List<String>> headers, byte[] body, Instant now, String secret, String... more) {
        return StandardWebhooks.of(secret, more).verify(SignedRequests.post("/webhooks/a/t", body, headers), now);
    }
}
