package dev.escapement.model;

import java.math.BigDecimal;

/**
 * What the tokens of one model cost, in any currency, for a million tokens each.
 *
 * @param input tokens of a request that the provider had not seen before
 * @param cachedInput tokens of a request that the provider took from its cache
 * @param cacheWrite tokens of a request that the provider put into its cache, where it charges for that
 * @param output tokens of a reply
 */
public record Prices(BigDecimal input, BigDecimal cachedInput, BigDecimal cacheWrite, BigDecimal output) {

    private static final int MILLION = 6;

    public Prices {
        if (input.signum() < 0 || cachedInput.signum() < 0 || cacheWrite.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price cannot be less than nothing");
        }
    }

    /**
     * Prices without a discount for the cache.
     *
     * @param input for a million tokens of requests, a decimal number such as {@code 0.15}
     * @param output for a million tokens of replies
     * @return the prices
     * @throws IllegalArgumentException if one of them is no decimal number, or is less than nothing
     */
    public static Prices perMillion(String input, String output) {
        return perMillion(input, input, input, output);
    }

    /**
     * Prices.
     *
     * @param input for a million tokens of requests, a decimal number such as {@code 0.15}
     * @param cachedInput for a million tokens of requests from the cache
     * @param cacheWrite for a million tokens of requests that are put into the cache; the same as {@code input} where the
     *     provider does not charge for that
     * @param output for a million tokens of replies
     * @return the prices
     * @throws IllegalArgumentException if one of them is no decimal number, or is less than nothing
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
                    "The price " + name + " has to be a decimal number such as 0.15, but is " + decimal + ".", e);
        }
    }

    /**
     * The price of one reply and its request.
     *
     * @param inputTokens all tokens of the request, the next two included
     * @param cachedTokens those that came from the cache
     * @param cacheWriteTokens those that were put into the cache
     * @param outputTokens the tokens of the reply
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
