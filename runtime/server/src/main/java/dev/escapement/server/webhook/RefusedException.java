package dev.escapement.server.webhook;

import dev.escapement.server.WebhookVerification;

/** Thrown by the parts of a verifier to refuse a request. Does not leave the verifier. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final WebhookVerification.Reason reason;

    /**
     * Creates an exception.
     *
     * @param reason the reason
     */
    public RefusedException(WebhookVerification.Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** {@return the refusal} */
    public WebhookVerification refusal() {
        return new WebhookVerification.RefusedDelivery(reason);
    }
}
