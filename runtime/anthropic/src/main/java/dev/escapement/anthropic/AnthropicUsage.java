package dev.escapement.anthropic;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.TokenCounter;
import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The token usage of one reply. A stream reports cumulative counts several times, and some servers later omit those of
 * the request.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/prompt-caching">Prompt caching</a>, for the three
 *     counts of the tokens of a request
 */
final class AnthropicUsage {

    private final TokenCounter tokens;
    private long fresh;
    private long cached;
    private long written;
    private long output;

    AnthropicUsage(@Nullable Prices prices) {
        this.tokens = new TokenCounter(prices, System.getLogger(AnthropicModel.class.getName()));
    }

    /** Updates the token counts from a {@code usage} property. */
    void update(ProviderJson usage) {
        fresh = Math.max(fresh, tokens.count(usage, fresh, "input_tokens"));
        cached = Math.max(cached, tokens.count(usage, cached, "cache_read_input_tokens"));
        written = Math.max(written, tokens.count(usage, written, "cache_creation_input_tokens"));
        output = tokens.count(usage, output, "output_tokens"); // becomes 0 if the text is refused
    }

    Usage total() {
        return tokens.usage(fresh + cached + written, cached, written, output);
    }
}
