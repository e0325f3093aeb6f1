package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;
import java.util.List;

/**
 * Replaces items of an order that is not shipped yet by other variants of the same products. Allowed once per order,
 * and prevents later changes: ask whether the list is complete, repeat it to the customer and wait for consent.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param itemIds Items to remove; repeat an item that is in the order twice
 * @param newItemIds Replacement variants: the first replaces the first item, and so on
 * @param paymentMethodId One of the customer's own payment methods, by the id that their profile shows; pays the
 *     difference or gets it back
 */
@Tool
public record ModifyPendingOrderItems(
        String orderId, List<String> itemIds, List<String> newItemIds, String paymentMethodId) {}
