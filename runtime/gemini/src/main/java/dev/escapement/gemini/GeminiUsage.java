package dev.escapement.gemini;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.TokenCounter;
import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The token usage of one reply. Each chunk of a stream may report the counts so far, of which the last ones apply. The
 * tokens of a request include those that were read from a cache.
 *
 * @see <a href="https://ai.google.dev/api/generate-content#UsageMetadata">UsageMetadata</a>
 */
final class GeminiUsage {

    private final TokenCounter tokens;
    private long prompt;
    private long toolPrompt;
    private long cached;
    private long candidates;
    private long thoughts;
    private long total;

    GeminiUsage(@Nullable Prices prices) {
        this.tokens = new TokenCounter(prices, System.getLogger(GeminiModel.class.getName()));
    }

    /** Updates the token counts from a {@code usageMetadata} property. */
    void update(ProviderJson received) {
        ProviderJson usage = CamelCase.of(received);
        prompt = tokens.count(usage, prompt, "promptTokenCount");
        toolPrompt = tokens.count(usage, toolPrompt, "toolUsePromptTokenCount");
        cached = tokens.count(usage, cached, "cachedContentTokenCount");
        candidates = tokens.count(usage, candidates, "candidatesTokenCount");
        thoughts = tokens.count(usage, thoughts, "thoughtsTokenCount");
        total = tokens.count(usage, total, "totalTokenCount");
    }

    Usage total() {
        long input = prompt + toolPrompt;
        long output = candidates + thoughts;
        if (output == 0) { // some servers omit the counts of the reply
            output = Math.max(0, total - input);
        }
        return tokens.usage(input, Math.min(cached, input), 0, output);
    }
}
