package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.Map;

/**
 * A variant of a product.
 *
 * @param itemId the id, unique among the variants of all products
 * @param options the options that distinguish the variant, for example color and size
 * @param available whether it is in stock
 * @param price the price of one unit
 */
@Codec
public record Variant(String itemId, Map<String, String> options, boolean available, double price) {
    public Variant {
        options = InsertionOrder.copyOf(options);
    }
}
