package dev.escapement.samples.retail.shop;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shop with products, customers and orders. Its records are immutable; each change replaces a record.
 *
 * <p>Everything is in memory. Not safe for use by several Java threads.
 */
public final class Shop {

    private final Map<String, Product> products;
    private final Map<String, User> users;
    private final Map<String, Order> orders;

    /**
     * Creates a shop with an initial state.
     *
     * @param database the initial state, which later changes do not modify
     */
    public Shop(Database database) {
        this.products = new LinkedHashMap<>(database.products());
        this.users = new LinkedHashMap<>(database.users());
        this.orders = new LinkedHashMap<>(database.orders());
    }

    /**
     * Returns the current state.
     *
     * @return a copy, which later changes do not modify
     */
    public Database snapshot() {
        return new Database(products, users, orders);
    }

    /**
     * Returns the product with a given number.
     *
     * @param productId the number of the product
     * @return the product
     * @throws ShopException if the product does not exist
     */
    public Product product(String productId) throws ShopException {
        return found("Product", products.get(productId));
    }

    /**
     * Returns a product's variant with a given number.
     *
     * @param productId the number of the product
     * @param itemId the number of the variant
     * @return the variant
     * @throws ShopException if the product or the variant does not exist
     */
    public Variant variant(String productId, String itemId) throws ShopException {
        return found("Variant", product(productId).variants().get(itemId));
    }

    /**
     * Returns the customer with a given account id.
     *
     * @param userId the account
     * @return the customer
     * @throws ShopException if the customer does not exist
     */
    public User user(String userId) throws ShopException {
        return found("User", users.get(userId));
    }

    /**
     * Returns the order with a given number.
     *
     * @param orderId the number of the order
     * @return the order
     * @throws ShopException if the order does not exist
     */
    public Order order(String orderId) throws ShopException {
        return found("Order", orders.get(orderId));
    }

    Collection<Product> products() {
        return Collections.unmodifiableCollection(products.values());
    }

    Collection<User> users() {
        return Collections.unmodifiableCollection(users.values());
    }

    void put(User user) {
        users.put(user.userId(), user);
    }

    void put(Order order) {
        orders.put(order.orderId(), order);
    }

    private static <T> T found(String kind, @Nullable T value) throws ShopException {
        if (value == null) {
            throw new ShopException(kind + " not found");
        }
        return value;
    }
}
