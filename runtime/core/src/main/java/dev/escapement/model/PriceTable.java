package dev.escapement.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An immutable table of model prices. The library does not contain a default table, because prices change more often
 * than its releases.
 *
 * <pre>{@code
 * PriceTable prices = PriceTable.EMPTY
 *     .with("gpt-4o-mini", Prices.perMillion("0.15", "0.60"))
 *     .with("gpt-4o", Prices.perMillion("2.50", "1.25", "2.50", "10.00"));
 * }</pre>
 */
public final class PriceTable {

    /** An empty table. */
    public static final PriceTable EMPTY = new PriceTable(Map.of());

    private final Map<String, Prices> prices;

    private PriceTable(Map<String, Prices> prices) {
        this.prices = prices;
    }

    /**
     * Returns a copy of this table with one entry added or replaced.
     *
     * @param model the name of the model as in {@link ModelInfo#model()}
     * @param prices the prices of the model
     * @return a new table
     */
    public PriceTable with(String model, Prices prices) {
        Map<String, Prices> more = new LinkedHashMap<>(this.prices);
        more.put(Objects.requireNonNull(model, "model"), Objects.requireNonNull(prices, "prices"));
        return new PriceTable(more);
    }

    /**
     * Returns the prices of a model.
     *
     * @param model the name of the model as in {@link ModelInfo#model()}
     * @return the prices of the model
     * @throws IllegalArgumentException if the table does not contain the model; a default of zero would disable cost
     *     budgets
     */
    public Prices of(String model) {
        Prices found = prices.get(model);
        if (found == null) {
            throw new IllegalArgumentException("The price table does not contain " + model + ", only " + prices.keySet()
                    + ". Add prices for " + model + " to the price table, or remove the model from @ModelOptions.");
        }
        return found;
    }
}
