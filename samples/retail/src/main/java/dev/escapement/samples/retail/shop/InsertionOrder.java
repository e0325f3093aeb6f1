package dev.escapement.samples.retail.shop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that cannot be changed and keep the order of their entries, which {@link Map#copyOf} does not. */
final class InsertionOrder {

    private InsertionOrder() {}

    static <V> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
