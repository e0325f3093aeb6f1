package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Moves the payment of an order that has not left yet to another payment method. Say what will be charged where and
 * wait for a yes.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param paymentMethodId One of the customer's own payment methods, by the id that their profile shows; pays from now
 *     on
 */
@Tool
public record ModifyPendingOrderPayment(String orderId, String paymentMethodId) {}
