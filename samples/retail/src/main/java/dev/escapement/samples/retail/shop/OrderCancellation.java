package dev.escapement.samples.retail.shop;

import java.util.List;
import java.util.Set;

/** An operation that cancels orders. */
public final class OrderCancellation {

    private static final Set<String> REASONS = Set.of("no longer needed", "ordered by mistake");

    private final Shop shop;

    /**
     * Creates the operation for a shop.
     *
     * @param shop the shop
     */
    public OrderCancellation(Shop shop) {
        this.shop = shop;
    }

    /**
     * Cancels an order and refunds every payment.
     *
     * @param orderId the order
     * @param reason {@code no longer needed} or {@code ordered by mistake}
     * @return the changed order
     * @throws ShopException if the order or a payment method is not found, the status of the order is not {@code
     *     PENDING}, or the reason is a different one
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
