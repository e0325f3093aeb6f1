package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.Map;

/**
 * Everything that the shop knows at one moment.
 *
 * @param products what it sells, by product id
 * @param users its customers, by user id
 * @param orders what they bought, by order id
 */
@Codec
public record Database(Map<String, Product> products, Map<String, User> users, Map<String, Order> orders) {
    public Database {
        products = InsertionOrder.copyOf(products);
        users = InsertionOrder.copyOf(users);
        orders = InsertionOrder.copyOf(orders);
    }
}
