package dev.escapement.model;

import java.math.BigDecimal;

/**
 * What a reply cost, as the provider counts it.
 *
 * @param inputTokens the tokens of the request, 0 or more, those of {@code cachedTokens} included
 * @param outputTokens the tokens of the reply, 0 or more
 * @param cachedTokens the tokens of the request that the provider took from its cache, 0 or more
 * @param cost the price in the currency of the model's price table, 0 or more; 0 without a table
 */
public record Usage(long inputTokens, long outputTokens, long cachedTokens, BigDecimal cost) {

    /** No cost, or none that is known. */
    public static final Usage NONE = new Usage(0, 0);

    public Usage {
        if (inputTokens < 0 || outputTokens < 0 || cachedTokens < 0) {
            throw new IllegalArgumentException("tokens cannot be fewer than none");
        }
        if (inputTokens > Long.MAX_VALUE - outputTokens) {
            throw new IllegalArgumentException("more tokens than can be counted");
        }
        if (cost.signum() < 0) {
            throw new IllegalArgumentException("a cost cannot be less than nothing");
        }
        cost = cost.scale() < 0 ? cost.setScale(0) : cost; // 1E+2 is read back as 100
    }

    /**
     * Tokens without a price.
     *
     * @param inputTokens the tokens of the request, 0 or more
     * @param outputTokens the tokens of the reply, 0 or more
     */
    public Usage(long inputTokens, long outputTokens) {
        this(inputTokens, outputTokens, 0, BigDecimal.ZERO);
    }

    /**
     * All tokens together.
     *
     * @return those of the request and of the reply
     */
    public long tokens() {
        return inputTokens + outputTokens;
    }
}
