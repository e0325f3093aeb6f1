package dev.escapement.samples.quickstart;

/** A refund that the rules of the house do not allow. */
public final class RefundRefused extends Exception {

    private static final long serialVersionUID = 1L;

    RefundRefused(String reason) {
        super(reason);
    }
}
