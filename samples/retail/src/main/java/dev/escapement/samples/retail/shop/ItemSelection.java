package dev.escapement.samples.retail.shop;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A comparison of requested items with the items of an order. */
final class ItemSelection {

    private ItemSelection() {}

    /** Returns the number of the first item that is requested more often than it occurs in the order, if any. */
    static Optional<String> excess(Order order, List<String> itemIds) {
        List<String> held = order.items().stream().map(OrderItem::itemId).toList();
        return itemIds.stream()
                .filter(id -> Collections.frequency(itemIds, id) > Collections.frequency(held, id))
                .findFirst();
    }
}
