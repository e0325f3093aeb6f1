package dev.escapement.samples.retail.shop;

import java.util.List;

/**
 * An item of an order and the variant that replaces it.
 *
 * @param item the ordered item
 * @param variant an available variant of the same product
 */
record Replacement(OrderItem item, Variant variant) {

    static Replacement find(Shop shop, Order order, String itemId, String newItemId) throws ShopException {
        OrderItem item = order.item(itemId);
        Variant variant = shop.variant(item.productId(), newItemId);
        ShopException.unless(variant.available(), "New item " + newItemId + " not found or available");
        return new Replacement(item, variant);
    }

    /**
     * Returns the amount that the customer owes for replacements. A negative amount is a refund. Uses plain addition,
     * because the sum of a stream is compensated and can differ in the last bit.
     */
    static double priceDifference(List<Replacement> replacements) {
        double difference = 0;
        for (Replacement replacement : replacements) {
            difference += replacement.variant.price() - replacement.item.price();
        }
        return difference;
    }
}
