package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;
import java.util.List;

/**
 * Requests an exchange of delivered items for other variants of the same products. Allowed once per order: collect all
 * exchanges first, repeat the list to the customer and wait for consent.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param itemIds Items to send back; repeat an item that was bought twice
 * @param newItemIds Replacement variants: the first replaces the first item, and so on
 * @param paymentMethodId One of the customer's own payment methods, by the id that their profile shows; settles the
 *     difference in price
 */
@Tool
public record ExchangeDeliveredOrderItems(
        String orderId, List<String> itemIds, List<String> newItemIds, String paymentMethodId) {}
