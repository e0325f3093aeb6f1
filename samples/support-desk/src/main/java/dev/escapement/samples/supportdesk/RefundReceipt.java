package dev.escapement.samples.supportdesk;

import dev.escapement.Codec;

/**
 * A paid refund.
 *
 * @param orderId the order number
 * @param amountCents the amount, in cents
 */
@Codec
record RefundReceipt(String orderId, long amountCents) {}
