package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;
import java.util.List;

/**
 * Asks for things that have arrived to be taken back for their money; instructions follow by e-mail. Read the list
 * back and wait for a yes.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param itemIds Items to give back; an item that was bought twice may be named twice
 * @param paymentMethodId Where the money goes: the method that paid for the order, or a gift card of the customer's
 */
@Tool
public record ReturnDeliveredOrderItems(String orderId, List<String> itemIds, String paymentMethodId) {}
