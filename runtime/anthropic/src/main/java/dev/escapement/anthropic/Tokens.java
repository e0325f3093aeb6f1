package dev.escapement.anthropic;

import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * Counts and prices the tokens of one reply. A stream reports them more than once, each time all that there were so far.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/prompt-caching">Prompt caching</a>, for why the
 *     tokens of a request come in three numbers
 */
final class Tokens {

    private static final long MOST = Long.MAX_VALUE / 8;

    private final @Nullable Prices prices;
    private long fresh;
    private long cached;
    private long written;
    private long output;

    Tokens(@Nullable Prices prices) {
        this.prices = prices;
    }

    /** Takes note of what a property {@code usage} says. */
    void take(Json usage) {
        fresh = newer(usage.get("input_tokens"), fresh);
        cached = newer(usage.get("cache_read_input_tokens"), cached);
        written = newer(usage.get("cache_creation_input_tokens"), written);
        output = newer(usage.get("output_tokens"), output);
    }

    private static long newer(Json count, long known) {
        if (count.isAbsent()) {
            return known;
        }
        if (count.count() > MOST) {
            throw new MalformedJsonException(count.path(), "a number of tokens", count.raw());
        }
        return count.count();
    }

    Usage usage() {
        long input = fresh + cached + written;
        Usage free = new Usage(input, output);
        return new Usage(
                input, output, cached, prices == null ? free.cost() : prices.of(input, cached, written, output));
    }
}
