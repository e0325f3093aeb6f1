package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;
import java.util.List;

/**
 * Requests a return of delivered items for a refund; instructions follow by e-mail. Repeat the list to the customer and
 * wait for consent.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param itemIds Items to return; repeat an item that was bought twice
 * @param paymentMethodId Method that receives the refund: the one that paid for the order, or a gift card of the
 *     customer
 */
@Tool
public record ReturnDeliveredOrderItems(String orderId, List<String> itemIds, String paymentMethodId) {}
