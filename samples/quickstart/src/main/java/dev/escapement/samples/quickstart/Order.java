package dev.escapement.samples.quickstart;

import dev.escapement.Codec;
import java.util.List;

/**
 * A customer's order.
 *
 * @param orderId the order number
 * @param items the ordered items
 * @param totalCents the total price, in cents
 * @param refundedCents the amount refunded so far, in cents
 */
@Codec
public record Order(String orderId, List<Item> items, long totalCents, long refundedCents) {

    /**
     * An item of an order.
     *
     * @param sku the item number
     * @param name the name of the item
     * @param quantity the number of units
     */
    public record Item(String sku, String name, int quantity) {}

    Order withRefund(long amountCents) {
        return new Order(orderId, items, totalCents, refundedCents + amountCents);
    }
}
