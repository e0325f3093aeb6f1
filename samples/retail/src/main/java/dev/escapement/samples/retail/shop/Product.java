package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.Map;

/**
 * Something that the shop sells, in one or more variants.
 *
 * @param name what it is called
 * @param productId names it among all products
 * @param variants its forms, by item id
 */
@Codec
public record Product(String name, String productId, Map<String, Variant> variants) {
    public Product {
        variants = InsertionOrder.copyOf(variants);
    }
}
