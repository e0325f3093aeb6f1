package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.Map;

/**
 * One form in which a product is sold.
 *
 * @param itemId names the variant among the variants of all products
 * @param options what tells it from its siblings, for example colour and size
 * @param available whether it can be had now
 * @param price what one costs
 */
@Codec
public record Variant(String itemId, Map<String, String> options, boolean available, double price) {
    public Variant {
        options = InsertionOrder.copyOf(options);
    }
}
