package dev.escapement.openai;

import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Counts and prices the tokens that a provider reports. */
final class Tokens {

    private static final System.Logger LOG = System.getLogger(OpenAiModel.class.getName());

    /** So that sums fit. */
    private static final long MOST = Long.MAX_VALUE / 4;

    private final @Nullable Prices prices;

    Tokens(@Nullable Prices prices) {
        this.prices = prices;
    }

    /**
     * What the property {@code usage} of Chat Completions says. Where the model's reasoning is missing in what it wrote, as
     * at xAI and Gemini, the total has it.
     */
    Usage ofChat(Json usage) {
        long in = count(usage, "prompt_tokens");
        long written = count(usage, "completion_tokens");
        long rest = in == 0 ? 0 : count(usage, "total_tokens") - in;
        return of(in, Math.max(written, rest), usage, "prompt_tokens_details");
    }

    /** What the property {@code usage} of Responses says. */
    Usage ofResponses(Json usage) {
        return of(count(usage, "input_tokens"), count(usage, "output_tokens"), usage, "input_tokens_details");
    }

    private Usage of(long in, long out, Json usage, String details) {
        long cached = count(usage, details, "cached_tokens");
        long written = count(usage, details, "cache_write_tokens");
        Usage free = new Usage(in, out);
        return new Usage(in, out, cached, prices == null ? free.cost() : prices.of(in, cached, written, out));
    }

    /** What cannot be read is left out: the reply is there and paid for. */
    private static long count(Json usage, String... names) {
        try {
            Json value = usage;
            for (String name : names) {
                value = value.get(name);
            }
            return Math.min(MOST, value.count());
        } catch (MalformedJsonException unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    usage.path() + "." + String.join(".", names) + " is no number of tokens; it is left out");
            return 0;
        }
    }
}
