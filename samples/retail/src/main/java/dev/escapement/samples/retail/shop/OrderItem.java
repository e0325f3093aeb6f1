package dev.escapement.samples.retail.shop;

import java.util.Map;

/**
 * An item of an order, with its data at the time of purchase.
 *
 * @param name the name of the product
 * @param productId the id of the product
 * @param itemId the id of the variant
 * @param price the price
 * @param options the options that distinguish the variant
 */
public record OrderItem(String name, String productId, String itemId, double price, Map<String, String> options) {
    public OrderItem {
        options = InsertionOrder.copyOf(options);
    }
}
