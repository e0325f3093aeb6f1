package dev.escapement.server;

import dev.escapement.server.webhook.HmacSecrets;
import dev.escapement.server.webhook.RefusedException;
import dev.escapement.server.webhook.SignedRequest;
import dev.escapement.server.webhook.SlackEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A verifier of requests from the Events API of Slack: the header {@code X-Slack-Signature} is {@code v0=} and the HMAC-SHA256
 * of {@code v0:<X-Slack-Request-Timestamp>:<body>} in hexadecimal form. The time may differ by five minutes from the
 * clock of the server. Safe for concurrent use.
 *
 * <p>The delivery id is the {@code event_id} of the body, so that the retries of Slack, which have the header
 * {@code X-Slack-Retry-Num}, start one thread although their signatures differ; a retry of a delivery that was not recorded
 * starts the thread. The id of an event without {@code event_id} is the hash of its body. The check of a new URL
 * ({@code url_verification}) is answered with its challenge, and {@code app_rate_limited} is acknowledged; both must be
 * signed too. Slash commands and interactions, which are forms, are not supported.
 *
 * <pre>{@code
 * WebhookVerifier verifier = SlackSignature.of(System.getenv("SLACK_SIGNING_SECRET"));
 * }</pre>
 */
public final class SlackSignature implements WebhookVerifier {
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final String VERSION = "v0";
    private static final int MIN_SECRET = 16;

    private final HmacSecrets secrets;

    private SlackSignature(HmacSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Returns a verifier.
     *
     * @param secret the signing secret of the app, at least 16 characters without white space
     * @param more secrets that are also valid, while the secret is replaced by another
     * @return the verifier
     * @throws IllegalArgumentException if a secret has another form; the message does not contain it
     */
    public static SlackSignature of(String secret, String... more) {
        return new SlackSignature(HmacSecrets.of(secret, more, SlackSignature::key));
    }

    private static byte[] key(String secret) {
        if (secret.length() < MIN_SECRET || secret.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("A signing secret of Slack has at least " + MIN_SECRET
                    + " characters without white space. Copy it from the page Basic Information of the app.");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public WebhookVerification verify(ServerRequest request, Instant now) {
        try {
            SignedRequest signed = new SignedRequest(request);
            String signature = signed.header("X-Slack-Signature");
            Instant time = signed.time(TIMESTAMP, now);
            String prefix = VERSION + ":" + signed.header(TIMESTAMP) + ":";
            if (!secrets.matches(prefix, signed.bytes(), SlackSignature::signature, List.of(signature))) {
                throw new RefusedException(WebhookVerification.Reason.WRONG_SIGNATURE);
            }
            return SlackEnvelope.parse(signed.text()).result(time);
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    private static String signature(byte[] mac) {
        return VERSION + "=" + HexFormat.of().formatHex(mac);
    }

    /** Returns a text without the secrets. */
    @Override
    public String toString() {
        return "SlackSignature with " + secrets;
    }
}
