package dev.escapement.anthropic;

import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * Counts and prices the tokens of one reply. A stream reports them more than once, each time all that there were so far,
 * though some servers forget those of the request again.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/prompt-caching">Prompt caching</a>, for why the
 *     tokens of a request come in three numbers
 */
final class Tokens {

    private static final System.Logger LOG = System.getLogger(AnthropicModel.class.getName());

    /** So that sums fit. */
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
        fresh = Math.max(fresh, count(usage, "input_tokens", fresh));
        cached = Math.max(cached, count(usage, "cache_read_input_tokens", cached));
        written = Math.max(written, count(usage, "cache_creation_input_tokens", written));
        output = count(usage, "output_tokens", output); // becomes 0 if what was written is refused
    }

    /** What cannot be read is left out: the reply is there and paid for. */
    private static long count(Json usage, String name, long known) {
        try {
            Json count = usage.get(name);
            return count.isAbsent() ? known : Math.min(MOST, count.count());
        } catch (MalformedJsonException unreadable) {
            LOG.log(System.Logger.Level.WARNING, usage.path() + "." + name + " is no number of tokens; it is left out");
            return known;
        }
    }

    Usage usage() {
        long input = fresh + cached + written;
        Usage free = new Usage(input, output);
        return new Usage(
                input, output, cached, prices == null ? free.cost() : prices.of(input, cached, written, output));
    }
}
