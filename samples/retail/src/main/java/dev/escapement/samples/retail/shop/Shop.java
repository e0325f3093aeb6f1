package dev.escapement.samples.retail.shop;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shop as it is now: immutable records that are replaced as things happen.
 *
 * <p>Keeps everything in memory and is not safe for use by several threads of execution.
 */
public final class Shop {

    private final Map<String, Product> products;
    private final Map<String, User> users;
    private final Map<String, Order> orders;

    /**
     * Opens a shop.
     *
     * @param database what it begins with; not changed by what happens later
     */
    public Shop(Database database) {
        this.products = new LinkedHashMap<>(database.products());
        this.users = new LinkedHashMap<>(database.users());
        this.orders = new LinkedHashMap<>(database.orders());
    }

    /**
     * Everything as it is now.
     *
     * @return a copy that later changes leave alone
     */
    public Database snapshot() {
        return new Database(products, users, orders);
    }

    /**
     * Finds a product.
     *
     * @param productId its number
     * @return the product
     * @throws ShopException if there is none
     */
    public Product product(String productId) throws ShopException {
        return found("Product", products.get(productId));
    }

    /**
     * Finds a variant of a product.
     *
     * @param productId the number of the product
     * @param itemId the number of the variant
     * @return the variant
     * @throws ShopException if there is no such product, or it has no such variant
     */
    public Variant variant(String productId, String itemId) throws ShopException {
        return found("Variant", product(productId).variants().get(itemId));
    }

    /**
     * Finds a customer.
     *
     * @param userId the account
     * @return the customer
     * @throws ShopException if there is none
     */
    public User user(String userId) throws ShopException {
        return found("User", users.get(userId));
    }

    /**
     * Finds an order.
     *
     * @param orderId its number
     * @return the order
     * @throws ShopException if there is none
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
