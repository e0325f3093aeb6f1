package dev.escapement.samples.retail.shop;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An index of the shop's products and their variants. */
public final class Catalogue {

    private final Shop shop;

    /**
     * Creates the index of a shop.
     *
     * @param shop the shop
     */
    public Catalogue(Shop shop) {
        this.shop = shop;
    }

    /**
     * Returns the variant with a given number. The variant can belong to any product.
     *
     * @param itemId the number of the variant
     * @return the variant
     * @throws ShopException if no product has the variant
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
     * Returns the numbers of all products by product name.
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
