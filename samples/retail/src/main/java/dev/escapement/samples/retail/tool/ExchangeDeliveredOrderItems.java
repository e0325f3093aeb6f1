package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;
import java.util.List;

/**
 * Asks for things that have arrived to be swapped for other variants of the same products. An order gets one such
 * request, so collect every swap first, read the list back and wait for a yes.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param itemIds Items to send back; an item that was bought twice may be named twice
 * @param newItemIds Variants wanted instead: the first replaces the first item, and so on
 * @param paymentMethodId One of the customer's own payment methods, by the id that their profile shows; settles the
 *     difference in price
 */
@Tool
public record ExchangeDeliveredOrderItems(
        String orderId, List<String> itemIds, List<String> newItemIds, String paymentMethodId) {}
