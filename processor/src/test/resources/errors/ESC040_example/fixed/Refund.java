package shop;

import dev.escapement.Tool;

/**
 * Refund an order.
 *
 * @param cents the amount in cents
 */
@Tool
record Refund(int cents) {}
