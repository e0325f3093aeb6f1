package dev.escapement.samples.retail.shop;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks through what the shop sells. */
public final class Catalogue {

    private final Shop shop;

    /**
     * The catalogue of a shop.
     *
     * @param shop the shop
     */
    public Catalogue(Shop shop) {
        this.shop = shop;
    }

    /**
     * Finds a variant among those of all products.
     *
     * @param itemId its number
     * @return the variant
     * @throws ShopException if no product has it
     */
    public Variant variant(String itemId) throws ShopException {
        for (Product product : shop.products()) {
            Variant variant = product.variants().get(itemId);
            if (variant != null) {
                return variant;
            }
        }
        throw new ShopException("Item not found");
    }

    /**
     * The number of every product by its name.
     *
     * @return the numbers, sorted by name
     */
    public Map<String, String> productIdsByName() {
        SortedMap<String, String> ids = new TreeMap<>();
        for (Product product : shop.products()) {
            ids.put(product.name(), product.productId());
        }
        return Collections.unmodifiableSortedMap(ids);
    }
}
