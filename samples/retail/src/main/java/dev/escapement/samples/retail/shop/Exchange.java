package dev.escapement.samples.retail.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes requests to exchange what has arrived. */
public final class Exchange {

    private final Shop shop;

    /**
     * Exchanges in a shop.
     *
     * @param shop the shop
     */
    public Exchange(Shop shop) {
        this.shop = shop;
    }

    /**
     * Notes that a customer wants items exchanged for variants of the same products. Money moves later.
     *
     * @param orderId the order
     * @param itemIds the items that come back
     * @param newItemIds the variants wanted instead, in the same order
     * @param paymentMethodId what will settle the difference in price
     * @return the order as it is now
     * @throws ShopException if the order, an item, a variant or the payment method is not to be had, the order has not
     *     arrived or is dealt with already, or a gift card does not have enough on it
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
