package shop;

import dev.escapement.Tool;

// GENERATED shop.RefundSpec
/**
 * Refund an order.
 *
 * @param orderId the number of the order
 * @param ammount the amount in cents
 */
@Tool
@SuppressWarnings("ESC040")
// WARNING ESC047 Refund, [ParamFault.UNKNOWN(ammount, Hint.DID_YOU_MEAN(amount))]
record Refund(String orderId, long amount) {}
