package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Cancels a complete order that is not packed yet, and refunds each payment to its method: to a gift card immediately,
 * to a card or account within about a week. Call this only after the customer has agreed to exactly this.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param reason Reason of the cancellation. Allowed values: "no longer needed", "ordered by mistake"
 */
@Tool
public record CancelPendingOrder(String orderId, String reason) {}
