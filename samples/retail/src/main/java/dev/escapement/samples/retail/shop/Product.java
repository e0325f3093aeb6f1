package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.Map;

/**
 * A product that the shop sells in one or more variants.
 *
 * @param name the name
 * @param productId the id, unique among all products
 * @param variants the variants, by item id
 */
@Codec
public record Product(String name, String productId, Map<String, Variant> variants) {
    public Product {
        variants = InsertionOrder.copyOf(variants);
    }
}
