package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Shows an order: what is in it, where it goes, how it was paid and how far it has come.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 */
@Tool
public record GetOrderDetails(String orderId) {}
