package dev.escapement.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What models cost. There is no table in the library: prices change more often than it does. Immutable.
 *
 * <pre>{@code
 * PriceTable.EMPTY.with("gpt-4o-mini", Prices.perMillion("0.15", "0.60"))
 * }</pre>
 */
public final class PriceTable {

    /** No model has a price. */
    public static final PriceTable EMPTY = new PriceTable(Map.of());

    private final Map<String, Prices> prices;

    private PriceTable(Map<String, Prices> prices) {
        this.prices = prices;
    }

    /**
     * The same table with one model more.
     *
     * @param model the name of the model, as it stands in requests
     * @param prices what it costs
     * @return a new table
     */
    public PriceTable with(String model, Prices prices) {
        Map<String, Prices> more = new LinkedHashMap<>(this.prices);
        more.put(Objects.requireNonNull(model, "model"), Objects.requireNonNull(prices, "prices"));
        return new PriceTable(more);
    }

    /**
     * What a model costs.
     *
     * @param model the name of the model, as it stands in requests
     * @return its prices
     * @throws IllegalArgumentException if the table does not have the model: a budget for money would never be used up
     *     then
     */
    public Prices of(String model) {
        Prices found = prices.get(model);
        if (found == null) {
            throw new IllegalArgumentException(
                    "The price table has no prices for " + model + ", only for " + prices.keySet() + ".");
        }
        return found;
    }
}
