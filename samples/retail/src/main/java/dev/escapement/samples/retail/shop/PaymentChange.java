package dev.escapement.samples.retail.shop;

import java.util.List;

/** An operation that changes the payment method of orders that are not yet packed. */
public final class PaymentChange {

    private final Shop shop;

    /**
     * Creates the operation for a shop.
     *
     * @param shop the shop
     */
    public PaymentChange(Shop shop) {
        this.shop = shop;
    }

    /**
     * Moves an order's payment to another of the customer's payment methods. Charges that method and refunds the first.
     *
     * @param orderId the order
     * @param paymentMethodId the new payment method
     * @return the changed order
     * @throws ShopException if the order or a payment method is not found, the order is not pending, it does not have
     *     exactly one payment, that payment used the same method, or the balance of a gift card is insufficient
     */
    public Order move(String orderId, String paymentMethodId) throws ShopException {
        Order order = shop.order(orderId);
        ShopException.unless(order.status().isPending(), "Non-pending order cannot be modified");
        User user = shop.user(order.userId());
        PaymentMethod method = user.paymentMethod(paymentMethodId);
        List<PaymentRecord> history = order.paymentHistory();
        ShopException.unless(
                history.size() == 1 && history.get(0).transactionType() == TransactionType.PAYMENT,
                "There should be exactly one payment for a pending order");
        PaymentRecord paid = history.get(0);
        ShopException.unless(
                !paid.paymentMethodId().equals(paymentMethodId),
                "The new payment method should be different from the current one");
        ShopException.unless(method.covers(paid.amount()), "Insufficient gift card balance to pay for the order");
        User settled = user.credited(paymentMethodId, -paid.amount()).credited(paid.paymentMethodId(), paid.amount());
        Order moved = order.toBuilder()
                .addPayments(List.of(
                        PaymentRecord.payment(paid.amount(), paymentMethodId),
                        PaymentRecord.refund(paid.amount(), paid.paymentMethodId())))
                .build();
        shop.put(settled);
        shop.put(moved);
        return moved;
    }
}
