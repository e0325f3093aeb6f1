package dev.escapement.openai;

import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Counts and prices the tokens that a provider reports. */
final class Tokens {

    private static final long MOST = Long.MAX_VALUE / 4;

    private final @Nullable Prices prices;

    Tokens(@Nullable Prices prices) {
        this.prices = prices;
    }

    /** What the property {@code usage} of Chat Completions says. */
    Usage ofChat(Json usage) {
        Json details = usage.get("prompt_tokens_details");
        return of(usage.get("prompt_tokens"), usage.get("completion_tokens"), details);
    }

    /** What the property {@code usage} of Responses says. */
    Usage ofResponses(Json usage) {
        return of(usage.get("input_tokens"), usage.get("output_tokens"), usage.get("input_tokens_details"));
    }

    private Usage of(Json input, Json output, Json details) {
        long in = count(input);
        long out = count(output);
        long cached = count(details.get("cached_tokens"));
        long written = count(details.get("cache_write_tokens"));
        Usage free = new Usage(in, out);
        return new Usage(in, out, cached, prices == null ? free.cost() : prices.of(in, cached, written, out));
    }

    private static long count(Json value) {
        long count = value.count();
        if (count > MOST) {
            throw new MalformedJsonException(value.path(), "a number of tokens", value.raw());
        }
        return count;
    }
}
