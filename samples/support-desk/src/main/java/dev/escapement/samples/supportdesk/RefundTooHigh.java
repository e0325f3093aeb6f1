package dev.escapement.samples.supportdesk;

/** Thrown if a refund exceeds the amount that was paid and not yet refunded. */
final class RefundTooHigh extends Exception {

    private static final long serialVersionUID = 1L;

    RefundTooHigh(long leftCents) {
        super("At most " + leftCents + " cents can be refunded.");
    }
}
