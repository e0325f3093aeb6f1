package dev.escapement.samples.retail.shop;

import java.util.List;
import java.util.Set;

/** Calls orders off. */
public final class OrderCancellation {

    private static final Set<String> REASONS = Set.of("no longer needed", "ordered by mistake");

    private final Shop shop;

    /**
     * Cancellations in a shop.
     *
     * @param shop the shop
     */
    public OrderCancellation(Shop shop) {
        this.shop = shop;
    }

    /**
     * Calls an order off and sends every payment for it back.
     *
     * @param orderId the order
     * @param reason why: {@code no longer needed} or {@code ordered by mistake}
     * @return the order as it is now
     * @throws ShopException if there is no such order, it is too late, the reason is another, or a payment method that
     *     paid for it is gone
     */
    public Order cancel(String orderId, String reason) throws ShopException {
        Order order = shop.order(orderId);
        ShopException.unless(order.status() == OrderStatus.PENDING, "Non-pending order cannot be cancelled");
        ShopException.unless(REASONS.contains(reason), "Invalid reason");
        User user = shop.user(order.userId());
        for (PaymentRecord payment : order.paymentHistory()) {
            user = user.credited(payment.paymentMethodId(), payment.amount());
        }
        Order cancelled = order.toBuilder()
                .status(OrderStatus.CANCELLED)
                .cancelReason(reason)
                .addPayments(refunds(order))
                .build();
        shop.put(user);
        shop.put(cancelled);
        return cancelled;
    }

    private static List<PaymentRecord> refunds(Order order) {
        return order.paymentHistory().stream()
                .map(payment -> PaymentRecord.refund(payment.amount(), payment.paymentMethodId()))
                .toList();
    }
}
