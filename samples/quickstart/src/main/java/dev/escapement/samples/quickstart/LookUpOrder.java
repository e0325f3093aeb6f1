package dev.escapement.samples.quickstart;

import dev.escapement.Tool;

/**
 * Look up an order: its items, its total and the amount refunded so far.
 *
 * @param orderId The order number, like A-1042
 */
@Tool
public record LookUpOrder(String orderId) {}
