package dev.escapement.samples.supportdesk;

import dev.escapement.Codec;

/**
 * An order of a customer.
 *
 * @param orderId the order number
 * @param item the ordered item
 * @param totalCents the price, in cents
 * @param refundedCents the refunds so far, in cents
 */
@Codec
record Purchase(String orderId, String item, long totalCents, long refundedCents) {}
