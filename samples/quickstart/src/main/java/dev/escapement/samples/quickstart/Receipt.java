package dev.escapement.samples.quickstart;

/**
 * The proof of a refund.
 *
 * @param receiptId the id of the refund
 * @param amountCents the refunded amount, in cents
 */
public record Receipt(String receiptId, long amountCents) {}
