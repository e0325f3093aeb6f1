package dev.escapement.samples.retail.shop;

/** An operation that changes the addresses of orders and customers. */
public final class AddressChange {

    private final Shop shop;

    /**
     * Creates the operation for a shop.
     *
     * @param shop the shop
     */
    public AddressChange(Shop shop) {
        this.shop = shop;
    }

    /**
     * Changes the address of an order.
     *
     * @param orderId the order
     * @param to the new address
     * @return the changed order
     * @throws ShopException if the order does not exist or is not pending
     */
    public Order ofOrder(String orderId, Address to) throws ShopException {
        Order order = shop.order(orderId);
        ShopException.unless(order.status().isPending(), "Non-pending order cannot be modified");
        Order changed = order.toBuilder().address(to).build();
        shop.put(changed);
        return changed;
    }

    /**
     * Changes the address of a customer. Existing orders keep their addresses.
     *
     * @param userId the customer
     * @param to the new address
     * @return the changed profile
     * @throws ShopException if the customer does not exist
     */
    public User ofUser(String userId, Address to) throws ShopException {
        User changed = shop.user(userId).withAddress(to);
        shop.put(changed);
        return changed;
    }
}
