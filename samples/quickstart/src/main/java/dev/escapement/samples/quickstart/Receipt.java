package dev.escapement.samples.quickstart;

/**
 * A receipt that confirms a refund.
 *
 * @param receiptId the id of the refund
 * @param amountCents the refunded amount, in cents
 */
public record Receipt(String receiptId, long amountCents) {}
