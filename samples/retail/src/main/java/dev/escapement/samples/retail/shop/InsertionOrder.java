package dev.escapement.samples.retail.shop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A factory of unmodifiable map copies that keep the order of the entries, unlike {@link Map#copyOf}. */
final class InsertionOrder {

    private InsertionOrder() {}

    static <V> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
