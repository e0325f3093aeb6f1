package dev.escapement.samples.retail.shop;

/** Changes where things are sent. */
public final class AddressChange {

    private final Shop shop;

    /**
     * Changes of addresses in a shop.
     *
     * @param shop the shop
     */
    public AddressChange(Shop shop) {
        this.shop = shop;
    }

    /**
     * Sends an order somewhere else.
     *
     * @param orderId the order
     * @param to where it goes now
     * @return the order as it is now
     * @throws ShopException if there is no such order, or it is too late
     */
    public Order ofOrder(String orderId, Address to) throws ShopException {
        Order order = shop.order(orderId);
        ShopException.unless(order.status().isPending(), "Non-pending order cannot be modified");
        Order changed = order.toBuilder().address(to).build();
        shop.put(changed);
        return changed;
    }

    /**
     * Notes that a customer moved. Orders keep their addresses.
     *
     * @param userId the customer
     * @param to where the customer lives now
     * @return the customer's profile as it is now
     * @throws ShopException if there is no such customer
     */
    public User ofUser(String userId, Address to) throws ShopException {
        User changed = shop.user(userId).withAddress(to);
        shop.put(changed);
        return changed;
    }
}
