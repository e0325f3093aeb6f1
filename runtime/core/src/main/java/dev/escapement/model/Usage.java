package dev.escapement.model;

import java.math.BigDecimal;

/**
 * The token counts and the cost of one request and its reply. The provider counts the tokens.
 *
 * @param inputTokens the number of input tokens including {@code cachedTokens}, 0 or more
 * @param outputTokens the number of output tokens, 0 or more
 * @param cachedTokens the number of input tokens that were read from the provider's cache, 0 or more
 * @param cost the price in the currency of the model's price table, 0 or more; 0 without a table
 */
public record Usage(long inputTokens, long outputTokens, long cachedTokens, BigDecimal cost) {

    /** Usage of zero tokens, which also represents unknown usage. */
    public static final Usage NONE = new Usage(0, 0);

    public Usage {
        if (inputTokens < 0 || outputTokens < 0 || cachedTokens < 0) {
            throw new IllegalArgumentException("tokens must not be negative");
        }
        if (inputTokens > Long.MAX_VALUE - outputTokens) {
            throw new IllegalArgumentException("the number of tokens exceeds the range of a long");
        }
        if (cost.signum() < 0) {
            throw new IllegalArgumentException("a cost must not be negative");
        }
        cost = cost.scale() < 0 ? cost.setScale(0) : cost; // a stored 1E+2 is read back as 100
    }

    /**
     * Creates a usage record with zero cached tokens and zero cost.
     *
     * @param inputTokens the number of input tokens, 0 or more
     * @param outputTokens the number of output tokens, 0 or more
     */
    public Usage(long inputTokens, long outputTokens) {
        this(inputTokens, outputTokens, 0, BigDecimal.ZERO);
    }

    /**
     * Returns the total number of tokens.
     *
     * @return the sum of input and output tokens
     */
    public long tokens() {
        return inputTokens + outputTokens;
    }
}
