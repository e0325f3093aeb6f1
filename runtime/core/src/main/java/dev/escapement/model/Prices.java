package dev.escapement.model;

import java.math.BigDecimal;

/**
 * The token prices of one model, per million tokens, in any currency.
 *
 * @param input the price of input tokens that are not in the provider's cache, 0 or more
 * @param cachedInput the price of input tokens that are read from the provider's cache, 0 or more
 * @param cacheWrite the price of input tokens that are written to the provider's cache, 0 or more
 * @param output the price of output tokens, 0 or more
 */
public record Prices(BigDecimal input, BigDecimal cachedInput, BigDecimal cacheWrite, BigDecimal output) {

    private static final int MILLION = 6;

    public Prices {
        if (input.signum() < 0 || cachedInput.signum() < 0 || cacheWrite.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price must not be negative");
        }
    }

    /**
     * Returns prices without a discount for cached tokens.
     *
     * @param input the price per million input tokens, a decimal number such as {@code 0.15}
     * @param output the price per million output tokens
     * @return the prices
     * @throws IllegalArgumentException if a price is negative or not a decimal number
     */
    public static Prices perMillion(String input, String output) {
        return perMillion(input, input, input, output);
    }

    /**
     * Returns prices with separate rates for cached tokens.
     *
     * @param input the price per million input tokens, a decimal number such as {@code 0.15}
     * @param cachedInput the price per million input tokens that are read from the cache
     * @param cacheWrite the price per million input tokens that are written to the cache; the same as {@code input} if
     *     the provider does not charge extra
     * @param output the price per million output tokens
     * @return the prices
     * @throws IllegalArgumentException if a price is negative or not a decimal number
     */
    public static Prices perMillion(String input, String cachedInput, String cacheWrite, String output) {
        return new Prices(
                price("input", input),
                price("cachedInput", cachedInput),
                price("cacheWrite", cacheWrite),
                price("output", output));
    }

    private static BigDecimal price(String name, String decimal) {
        try {
            return new BigDecimal(decimal);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The price " + name + " must be a decimal number such as 0.15, not " + decimal + ".", e);
        }
    }

    /**
     * Returns the price of one request and its reply.
     *
     * @param inputTokens the number of input tokens, including cached and written ones
     * @param cachedTokens the number of input tokens that were read from the cache
     * @param cacheWriteTokens the number of input tokens that were written to the cache
     * @param outputTokens the number of output tokens
     * @return the price, exact
     */
    public BigDecimal of(long inputTokens, long cachedTokens, long cacheWriteTokens, long outputTokens) {
        long fresh = Math.max(0, inputTokens - cachedTokens - cacheWriteTokens);
        return input.multiply(BigDecimal.valueOf(fresh))
                .add(cachedInput.multiply(BigDecimal.valueOf(cachedTokens)))
                .add(cacheWrite.multiply(BigDecimal.valueOf(cacheWriteTokens)))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION);
    }
}
