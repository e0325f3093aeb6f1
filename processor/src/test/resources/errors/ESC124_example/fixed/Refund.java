package shop;

import dev.escapement.Tool;

/**
 * Refund an order.
 *
 * @param amountCents the amount in cents
 */
// GENERATED shop.RefundSpec
@Tool(formerly = "refund_order")
record Refund(long amountCents) {}
