package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;
import java.util.List;

/**
 * Replaces things in an order that has not left yet by other variants of the same products. Works once per order and
 * closes it to later changes: ask whether the list is complete, read it back and wait for a yes.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param itemIds Items to take out; an item that is in the order twice may be named twice
 * @param newItemIds Variants to put in: the first replaces the first item, and so on
 * @param paymentMethodId One of the customer's own payment methods, by the id that their profile shows; pays the
 *     difference or gets it back
 */
@Tool
public record ModifyPendingOrderItems(
        String orderId, List<String> itemIds, List<String> newItemIds, String paymentMethodId) {}
