package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.Map;

/**
 * A snapshot of all of the shop's data.
 *
 * @param products the products, by product id
 * @param users the customers, by user id
 * @param orders the orders, by order id
 */
@Codec
public record Database(Map<String, Product> products, Map<String, User> users, Map<String, Order> orders) {
    public Database {
        products = InsertionOrder.copyOf(products);
        users = InsertionOrder.copyOf(users);
        orders = InsertionOrder.copyOf(orders);
    }
}
