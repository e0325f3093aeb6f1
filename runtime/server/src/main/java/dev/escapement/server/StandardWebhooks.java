package dev.escapement.server;

import dev.escapement.server.webhook.HmacSecrets;
import dev.escapement.server.webhook.RefusedException;
import dev.escapement.server.webhook.SignedRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A verifier of the symmetric signatures of Standard Webhooks 1.0: the header {@code webhook-signature} contains one or
 * more signatures {@code v1,<base64>} with HMAC-SHA256 of {@code <webhook-id>.<webhook-timestamp>.<body>}. The time may
 * differ by five minutes from the clock of the server. The delivery id is {@code webhook-id}, which repeated deliveries of
 * an event share. Signatures of other versions are ignored. Safe for concurrent use.
 *
 * <pre>{@code
 * WebhookVerifier verifier = StandardWebhooks.of(System.getenv("WEBHOOK_SECRET"));
 * }</pre>
 */
public final class StandardWebhooks implements WebhookVerifier {
    private static final String PREFIX = "whsec_";
    private static final int MIN_SECRET = 24;
    private static final String VERSION = "v1,";
    private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,255}");

    private final HmacSecrets secrets;

    private StandardWebhooks(HmacSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Returns a verifier.
     *
     * @param secret the secret as the provider shows it: {@code whsec_} and the Base64 form of at least 24 bytes
     * @param more secrets that are also valid, while the provider replaces one by another
     * @return the verifier
     * @throws IllegalArgumentException if a secret has another form; the message does not contain it
     */
    public static StandardWebhooks of(String secret, String... more) {
        return new StandardWebhooks(HmacSecrets.of(secret, more, StandardWebhooks::key));
    }

    private static byte[] key(String secret) {
        if (secret.startsWith(PREFIX)) {
            byte[] key = decoded(secret.substring(PREFIX.length()));
            if (key.length >= MIN_SECRET) {
                return key;
            }
        }
        throw new IllegalArgumentException("A secret of Standard Webhooks is " + PREFIX
                + " and the Base64 form of at least " + MIN_SECRET + " bytes. Copy the whole secret of the endpoint.");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public WebhookVerification verify(ServerRequest request, Instant now) {
        try {
            SignedRequest signed = new SignedRequest(request);
            String id = signed.header("webhook-id");
            List<String> signatures = List.of(signed.header("webhook-signature").split(" ", -1));
            Instant time = signed.time("webhook-timestamp", now);
            if (!ID.matcher(id).matches()) {
                throw new RefusedException(WebhookVerification.Reason.MALFORMED_HEADER);
            }
            String prefix = id + "." + signed.header("webhook-timestamp") + ".";
            if (!secrets.matches(prefix, signed.bytes(), StandardWebhooks::signature, signatures)) {
                throw new RefusedException(WebhookVerification.Reason.WRONG_SIGNATURE);
            }
            return new WebhookVerification.Delivery(id, time, signed.text());
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    private static String signature(byte[] mac) {
        return VERSION + Base64.getEncoder().encodeToString(mac);
    }

    /** Returns a text without the secrets. */
    @Override
    public String toString() {
        return "StandardWebhooks with " + secrets;
    }
}
