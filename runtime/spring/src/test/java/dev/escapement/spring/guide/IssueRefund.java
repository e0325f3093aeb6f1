package dev.escapement.spring.guide;

import dev.escapement.Tool;

/**
 * Refunds an order.
 *
 * @param orderId the number of the order
 * @param amount the amount in cents
 */
@Tool
record IssueRefund(String orderId, long amount) {}
