package dev.escapement.samples.quickstart;

import dev.escapement.Tool;

/**
 * Look up an order: what was bought, what it cost, and what was refunded so far.
 *
 * @param orderId the order number, like A-1042
 */
@Tool
public record LookUpOrder(String orderId) {}
