package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.TokenCounter;
import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import org.jspecify.annotations.Nullable;

/** A reader of the {@code usage} property of a reply. */
final class OpenAiUsage {

    private final TokenCounter tokens;

    OpenAiUsage(@Nullable Prices prices) {
        this.tokens = new TokenCounter(prices, System.getLogger(OpenAiModel.class.getName()));
    }

    /**
     * Returns the usage of a Chat Completions reply. Some providers, like xAI and Gemini, include the reasoning of the
     * model only in the total.
     */
    Usage ofChat(ProviderJson usage) {
        long input = tokens.count(usage, 0, "prompt_tokens");
        long output = tokens.count(usage, 0, "completion_tokens");
        long rest = input == 0 ? 0 : tokens.count(usage, 0, "total_tokens") - input;
        return of(input, Math.max(output, rest), usage, "prompt_tokens_details");
    }

    /** Returns the usage of a Responses reply. */
    Usage ofResponses(ProviderJson usage) {
        return of(
                tokens.count(usage, 0, "input_tokens"),
                tokens.count(usage, 0, "output_tokens"),
                usage,
                "input_tokens_details");
    }

    private Usage of(long input, long output, ProviderJson usage, String details) {
        long cached = tokens.count(usage, 0, details, "cached_tokens");
        long written = tokens.count(usage, 0, details, "cache_write_tokens");
        return tokens.usage(input, cached, written, output);
    }
}
