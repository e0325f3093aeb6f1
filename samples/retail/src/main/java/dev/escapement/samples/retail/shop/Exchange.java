package dev.escapement.samples.retail.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operation that records exchange requests for delivered items. */
public final class Exchange {

    private final Shop shop;

    /**
     * Creates the operation for a shop.
     *
     * @param shop the shop
     */
    public Exchange(Shop shop) {
        this.shop = shop;
    }

    /**
     * Records a request to exchange items of an order for other variants of the same products. The payment follows
     * later.
     *
     * @param orderId the order
     * @param itemIds the items to send back
     * @param newItemIds the replacement variants, in the same order
     * @param paymentMethodId the payment method for the difference in price
     * @return the changed order
     * @throws ShopException if the order, an item, a variant or the payment method is not found, the status of the
     *     order is not {@code DELIVERED}, or the balance of a gift card is insufficient
     */
    public Order request(String orderId, List<String> itemIds, List<String> newItemIds, String paymentMethodId)
            throws ShopException {
        Order order = shop.order(orderId);
        ShopException.unless(order.status() == OrderStatus.DELIVERED, "Non-delivered order cannot be exchanged");
        Optional<String> excess = ItemSelection.excess(order, itemIds);
        if (excess.isPresent()) {
            throw new ShopException("Number of " + excess.get() + " not found.");
        }
        ShopException.unless(itemIds.size() == newItemIds.size(), "The number of items to be exchanged should match.");
        List<Replacement> replacements = new ArrayList<>();
        for (int i = 0; i < itemIds.size(); i++) {
            replacements.add(Replacement.find(shop, order, itemIds.get(i), newItemIds.get(i)));
        }
        double difference = Money.round2(Replacement.priceDifference(replacements));
        ShopException.unless(
                shop.user(order.userId()).paymentMethod(paymentMethodId).covers(difference),
                "Insufficient gift card balance to pay for the price difference");
        Order requested = order.toBuilder()
                .status(OrderStatus.EXCHANGE_REQUESTED)
                .exchange(itemIds, newItemIds, paymentMethodId, difference)
                .build();
        shop.put(requested);
        return requested;
    }
}
