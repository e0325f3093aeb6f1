package shop;

import dev.escapement.Tool;

/**
 * Refund an order.
 *
 * @param amountCents the amount in cents
 */
// ERROR ESC124 Refund, refund, FormerNameFault.CURRENT
@Tool(formerly = "refund")
record Refund(long amountCents) {}
