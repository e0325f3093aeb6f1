package dev.escapement.samples.retail.shop;

import java.util.Map;

/**
 * One thing in an order, as it was when it was bought.
 *
 * @param name the name of the product
 * @param productId the product
 * @param itemId the variant
 * @param price what it cost
 * @param options what tells the variant from its siblings
 */
public record OrderItem(String name, String productId, String itemId, double price, Map<String, String> options) {
    public OrderItem {
        options = InsertionOrder.copyOf(options);
    }
}
