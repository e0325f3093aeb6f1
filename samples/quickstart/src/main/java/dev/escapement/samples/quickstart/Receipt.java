package dev.escapement.samples.quickstart;

/**
 * The proof of a refund.
 *
 * @param receiptId names the refund
 * @param amountCents what was given back, in cents
 */
public record Receipt(String receiptId, long amountCents) {}
