package dev.escapement.samples.quickstart;

import dev.escapement.Codec;
import java.util.List;

/**
 * An order of a customer.
 *
 * @param orderId the order number
 * @param items what was bought
 * @param totalCents what it cost, in cents
 * @param refundedCents what was given back so far, in cents
 */
@Codec
public record Order(String orderId, List<Item> items, long totalCents, long refundedCents) {

    /**
     * One article of an order.
     *
     * @param sku the article number
     * @param name what it is
     * @param quantity how many pieces
     */
    public record Item(String sku, String name, int quantity) {}

    Order withRefund(long amountCents) {
        return new Order(orderId, items, totalCents, refundedCents + amountCents);
    }
}
