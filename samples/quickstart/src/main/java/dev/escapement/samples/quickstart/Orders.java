package dev.escapement.samples.quickstart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shop's orders, stored in memory. A repeated refund with the same idempotency key returns the first receipt. */
public final class Orders {

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();

    /** Creates a shop with three orders. */
    public Orders() {
        add(new Order("A-1042", List.of(new Order.Item("LAMP-3", "Desk lamp", 1)), 59_90, 0));
        add(new Order("A-1043", List.of(new Order.Item("MUG-1", "Mug", 4)), 39_60, 0));
        add(new Order("A-1044", List.of(new Order.Item("DESK-1", "Oak desk", 1)), 249_00, 0));
    }

    private void add(Order order) {
        orders.put(order.orderId(), order);
    }

    synchronized Order find(String orderId) throws OrderNotFound {
        Order order = orders.get(orderId);
        if (order == null) {
            throw new OrderNotFound(orderId);
        }
        return order;
    }

    synchronized Receipt refund(String orderId, long amountCents, String key) throws OrderNotFound, RefundRefused {
        Receipt earlier = receipts.get(key);
        if (earlier != null) {
            return earlier;
        }
        Order order = find(orderId);
        long left = order.totalCents() - order.refundedCents();
        if (amountCents <= 0 || amountCents > left) {
            throw new RefundRefused("The amount must be between 1 and " + left + " cents.");
        }
        add(order.withRefund(amountCents));
        Receipt receipt = new Receipt("R-" + (receipts.size() + 1), amountCents);
        receipts.put(key, receipt);
        return receipt;
    }

    int stock(String sku) {
        return sku.equals("LAMP-3") ? 0 : 12;
    }
}
