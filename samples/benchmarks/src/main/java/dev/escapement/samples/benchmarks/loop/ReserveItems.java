package dev.escapement.samples.benchmarks.loop;

import dev.escapement.Tool;
import java.util.List;

/**
 * Reserve the items of an order.
 *
 * @param orderId the order number
 * @param customer the name of the customer
 * @param quantity the number of units of each item
 * @param speed the speed of the delivery
 * @param skus the article numbers
 * @param gift whether the items are wrapped
 */
@Tool
public record ReserveItems(
        String orderId, String customer, int quantity, Speed speed, List<String> skus, boolean gift) {}
