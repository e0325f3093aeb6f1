package dev.escapement.http.client;

import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import org.jspecify.annotations.Nullable;

/** A reader of the token counts that a provider reports. Also computes their cost. Immutable. */
public final class TokenCounter {

    /** The upper bound on a returned token count. The sum of several such counts fits in a {@code long}. */
    private static final long MAX_COUNT = Long.MAX_VALUE / 8;

    private final @Nullable Prices prices;
    private final System.Logger log;

    /**
     * Creates a counter.
     *
     * @param prices the prices of the model, if they are known
     * @param log receives warnings about unreadable counts
     */
    public TokenCounter(@Nullable Prices prices, System.Logger log) {
        this.prices = prices;
        this.log = log;
    }

    /**
     * Returns a token count from a usage object. An unreadable count is ignored, because the reply exists and is paid
     * for.
     *
     * @param usage the object that contains the count
     * @param otherwise the result for a count that is absent or unreadable
     * @param names the path of the count within the object
     * @return the count, at most {@link Long#MAX_VALUE} / 8
     */
    public long count(ProviderJson usage, long otherwise, String... names) {
        try {
            ProviderJson value = usage;
            for (String name : names) {
                value = value.get(name);
            }
            return value.isAbsent() ? otherwise : Math.min(MAX_COUNT, value.count());
        } catch (MalformedReplyException unreadable) {
            log.log(
                    System.Logger.Level.WARNING,
                    usage.path() + "." + String.join(".", names) + " is not a number of tokens and is ignored");
            return otherwise;
        }
    }

    /**
     * Returns a usage object with the given token counts and their cost.
     *
     * @param input all tokens of the request
     * @param cached the tokens of the request that were read from a cache
     * @param written the tokens of the request that were written to a cache
     * @param output the tokens of the reply
     * @return the usage; the cost is zero if the prices are unknown
     */
    public Usage usage(long input, long cached, long written, long output) {
        Usage free = new Usage(input, output);
        return new Usage(
                input, output, cached, prices == null ? free.cost() : prices.of(input, cached, written, output));
    }
}
