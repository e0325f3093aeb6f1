package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Calls off a whole order that nobody has started to pack yet, and sends all money back where it came from: to a gift
 * card at once, to a card or account within about a week. Only after the customer has agreed to exactly this.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param reason Why it is called off; the shop takes "no longer needed" and "ordered by mistake", word for word
 */
@Tool
public record CancelPendingOrder(String orderId, String reason) {}
