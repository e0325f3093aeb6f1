package dev.escapement.samples.retail.shop;

import java.util.List;

/** Takes requests to give back what has arrived. */
public final class Returns {

    private final Shop shop;

    /**
     * Returns in a shop.
     *
     * @param shop the shop
     */
    public Returns(Shop shop) {
        this.shop = shop;
    }

    /**
     * Notes that a customer wants to give items back. Money moves later.
     *
     * @param orderId the order
     * @param itemIds the items that come back
     * @param paymentMethodId where the money for them will go: what paid for the order, or a gift card
     * @return the order as it is now
     * @throws ShopException if the order, an item or the payment method is not to be had, the order has not arrived or
     *     is dealt with already, or the payment method is neither
     */
    public Order request(String orderId, List<String> itemIds, String paymentMethodId) throws ShopException {
        Order order = shop.order(orderId);
        ShopException.unless(order.status() == OrderStatus.DELIVERED, "Non-delivered order cannot be returned");
        PaymentMethod method = shop.user(order.userId()).paymentMethod(paymentMethodId);
        ShopException.unless(
                method instanceof GiftCard || paidFirst(order, paymentMethodId),
                "Payment method should be the original payment method");
        ShopException.unless(ItemSelection.excess(order, itemIds).isEmpty(), "Some item not found");
        Order requested = order.toBuilder()
                .status(OrderStatus.RETURN_REQUESTED)
                .returns(itemIds, paymentMethodId)
                .build();
        shop.put(requested);
        return requested;
    }

    private static boolean paidFirst(Order order, String paymentMethodId) {
        return order.paymentHistory().stream()
                .limit(1)
                .anyMatch(payment -> payment.paymentMethodId().equals(paymentMethodId));
    }
}
