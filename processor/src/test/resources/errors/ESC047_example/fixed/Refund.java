package shop;

import dev.escapement.Tool;

/**
 * Refund an order.
 *
 * @param orderId the number of the order
 * @param amount the amount in cents
 */
@Tool
record Refund(String orderId, long amount) {}
