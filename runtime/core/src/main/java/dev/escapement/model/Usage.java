package dev.escapement.model;

/**
 * What a reply cost, as the provider counts it.
 *
 * @param inputTokens the tokens of the request, 0 or more
 * @param outputTokens the tokens of the reply, 0 or more
 */
public record Usage(long inputTokens, long outputTokens) {

    /** No cost, or none that is known. */
    public static final Usage NONE = new Usage(0, 0);

    public Usage {
        if (inputTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException("tokens cannot be fewer than none");
        }
    }
}
