package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Shows an order: its items, address, payments and status.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 */
@Tool
public record GetOrderDetails(String orderId) {}
