package dev.escapement.anthropic;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.TokenCounter;
import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The token usage of one reply. A stream reports cumulative counts several times, and some servers later omit those of
 * the request. Gateways also use the names of OpenAI's protocol.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/prompt-caching">Prompt caching</a>, for the three
 *     counts of the tokens of a request
 */
final class AnthropicUsage {

    private static final String WRITTEN = "cache_creation";

    private final TokenCounter tokens;
    private long fresh;
    private long cached;
    private long written;
    private long output;

    AnthropicUsage(@Nullable Prices prices) {
        this.tokens = new TokenCounter(prices, System.getLogger(AnthropicModel.class.getName()));
    }

    /** Updates the token counts from the {@code usage} property of an object, if it has one. */
    void updateFrom(ProviderJson owner) {
        if (owner.isObject()) {
            update(owner.get("usage"));
        }
    }

    private void update(ProviderJson usage) {
        if (!usage.isObject()) {
            return;
        }
        fresh = Math.max(fresh, count(usage, fresh, "input_tokens", "prompt_tokens"));
        cached = Math.max(cached, tokens.count(usage, cached, "cache_read_input_tokens"));
        long nested = tokens.count(usage, 0, WRITTEN, "ephemeral_5m_input_tokens")
                + tokens.count(usage, 0, WRITTEN, "ephemeral_1h_input_tokens");
        written = Math.max(written, tokens.count(usage, nested, "cache_creation_input_tokens"));
        output = count(usage, output, "output_tokens", "completion_tokens"); // becomes 0 if the text is refused
    }

    private long count(ProviderJson usage, long otherwise, String name, String otherName) {
        return tokens.count(usage, tokens.count(usage, otherwise, otherName), name);
    }

    Usage total() {
        return tokens.usage(fresh + cached + written, cached, written, output);
    }
}
