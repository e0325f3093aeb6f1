package dev.escapement.samples.retail.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operation that replaces items of orders that are not yet packed. */
public final class ItemChange {

    private final Shop shop;

    /**
     * Creates the operation for a shop.
     *
     * @param shop the shop
     */
    public ItemChange(Shop shop) {
        this.shop = shop;
    }

    /**
     * Replaces items of an order with other variants of the same products, and charges or refunds the difference in
     * price. Allowed once per order.
     *
     * @param orderId the order
     * @param itemIds the items to remove
     * @param newItemIds the replacement variants, in the same order
     * @param paymentMethodId the payment method for the difference
     * @return the changed order
     * @throws ShopException if the order, an item, a variant or the payment method is not found, the status of the
     *     order is not {@code PENDING}, or the balance of a gift card is insufficient
     */
    public Order change(String orderId, List<String> itemIds, List<String> newItemIds, String paymentMethodId)
            throws ShopException {
        Order order = shop.order(orderId);
        ShopException.unless(order.status() == OrderStatus.PENDING, "Non-pending order cannot be modified");
        Optional<String> excess = ItemSelection.excess(order, itemIds);
        if (excess.isPresent()) {
            throw new ShopException(excess.get() + " not found");
        }
        ShopException.unless(itemIds.size() == newItemIds.size(), "The number of items to be exchanged should match");
        List<Replacement> replacements = replacements(order, itemIds, newItemIds);
        double difference = Replacement.priceDifference(replacements);
        User user = shop.user(order.userId());
        ShopException.unless(
                user.paymentMethod(paymentMethodId).covers(difference),
                "Insufficient gift card balance to pay for the new item");
        Order changed = order.toBuilder()
                .items(replaced(order.items(), replacements))
                .status(OrderStatus.PENDING_ITEM_MODIFIED)
                .addPayments(List.of(settlement(difference, paymentMethodId)))
                .build();
        shop.put(user.credited(paymentMethodId, -difference));
        shop.put(changed);
        return changed;
    }

    private List<Replacement> replacements(Order order, List<String> itemIds, List<String> newItemIds)
            throws ShopException {
        List<Replacement> replacements = new ArrayList<>();
        for (int i = 0; i < itemIds.size(); i++) {
            ShopException.unless(
                    !itemIds.get(i).equals(newItemIds.get(i)),
                    "The new item id should be different from the old item id");
            replacements.add(Replacement.find(shop, order, itemIds.get(i), newItemIds.get(i)));
        }
        return replacements;
    }

    private static PaymentRecord settlement(double difference, String paymentMethodId) {
        return difference > 0
                ? PaymentRecord.payment(difference, paymentMethodId)
                : PaymentRecord.refund(Math.abs(difference), paymentMethodId);
    }

    /**
     * Returns an order's items after the given replacements. Every replaced item receives the price and the options of
     * the last replacement, as in the benchmark's shop, because the recorded data depends on it.
     */
    private static List<OrderItem> replaced(List<OrderItem> before, List<Replacement> replacements) {
        List<OrderItem> items = new ArrayList<>(before);
        for (Replacement replacement : replacements) {
            int position = position(items, replacement.item().itemId());
            OrderItem item = items.get(position);
            Variant last = replacements.get(replacements.size() - 1).variant();
            String newId = replacement.variant().itemId();
            items.set(position, new OrderItem(item.name(), item.productId(), newId, last.price(), last.options()));
        }
        return items;
    }

    private static int position(List<OrderItem> items, String itemId) {
        return items.stream().map(OrderItem::itemId).toList().indexOf(itemId);
    }
}
