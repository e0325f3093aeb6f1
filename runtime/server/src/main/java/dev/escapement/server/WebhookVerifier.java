package dev.escapement.server;

import java.time.Instant;

/**
 * A function that verifies the signature of a webhook delivery. {@link SlackSignature} and {@link StandardWebhooks} are
 * implementations. Safe for concurrent use.
 *
 * <p>An implementation must compare signatures in constant time, accept only deliveries whose signed time is close to the
 * present, and return an id that is the same for all deliveries of an event and that the signature covers.
 */
@FunctionalInterface
public interface WebhookVerifier {

    /**
     * Verifies a delivery.
     *
     * @param request the request, with the body exactly as sent
     * @param now the present
     * @return the verified delivery, an acknowledgement or a refusal
     */
    WebhookVerification verify(ServerRequest request, Instant now);
}
