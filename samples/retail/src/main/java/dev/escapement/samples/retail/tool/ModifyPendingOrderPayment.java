package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Moves the payment of an order that is not shipped yet to another payment method. State the amount and the method to
 * the customer and wait for consent.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param paymentMethodId One of the customer's own payment methods, by the id that their profile shows; charged
 *     from now on
 */
@Tool
public record ModifyPendingOrderPayment(String orderId, String paymentMethodId) {}
