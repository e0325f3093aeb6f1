package dev.escapement.samples.quickstart;

/** Thrown if the rules of the shop do not allow a refund. */
public final class RefundRefused extends Exception {

    private static final long serialVersionUID = 1L;

    RefundRefused(String reason) {
        super(reason);
    }
}
