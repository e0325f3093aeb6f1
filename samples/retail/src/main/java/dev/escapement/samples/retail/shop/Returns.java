package dev.escapement.samples.retail.shop;

import java.util.List;

/** An operation that records return requests for delivered items. */
public final class Returns {

    private final Shop shop;

    /**
     * Creates the operation for a shop.
     *
     * @param shop the shop
     */
    public Returns(Shop shop) {
        this.shop = shop;
    }

    /**
     * Records a request to return items of an order. The refund follows later.
     *
     * @param orderId the order
     * @param itemIds the items to return
     * @param paymentMethodId the payment method for the refund: the one that paid for the order, or a gift card
     * @return the changed order
     * @throws ShopException if the order, an item or the payment method is not found, the status of the order is not
     *     {@code DELIVERED}, or the payment method is neither of these
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
