package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.TokenCounter;
import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the usage in replies. Servers report it at various positions and under the names of various providers, and
 * some report it in parts or repeatedly, so that the largest count of each kind is the right one.
 */
final class OpenAiUsage {

    private static final List<List<String>> PATHS = List.of(
            List.of("usage"),
            List.of("x_groq", "usage"),
            List.of("usageMetadata"),
            List.of("usage_metadata"),
            List.of("amazon-bedrock-invocationMetrics"),
            List.of("timings"), // llama.cpp
            List.of()); // Ollama, and events that consist of the usage

    /** The cached tokens that {@code prompt_n} does not include. */
    private static final String UNCOUNTED_CACHE = "cache_n";

    /** The positions of the usage within a choice. */
    private static final List<List<String>> CHOICE_PATHS =
            List.of(List.of("usage"), List.of("delta", "usage"), List.of("message", "usage"));

    private static final List<List<String>> INPUT = names(
            "prompt_tokens",
            "input_tokens",
            "promptTokens",
            "inputTokens",
            "promptTokenCount",
            "prompt_token_count",
            "inputTokenCount",
            "prompt_eval_count",
            "prompt_n");

    private static final List<List<String>> OUTPUT = names(
            "completion_tokens",
            "output_tokens",
            "completionTokens",
            "outputTokens",
            "candidatesTokenCount",
            "candidates_token_count",
            "outputTokenCount",
            "eval_count",
            "predicted_n");

    private static final List<List<String>> TOTAL =
            names("total_tokens", "totalTokens", "totalTokenCount", "total_token_count");

    private static final List<List<String>> CACHED = List.of(
            List.of("prompt_tokens_details", "cached_tokens"),
            List.of("input_tokens_details", "cached_tokens"),
            List.of("promptTokensDetails", "cachedTokens"),
            List.of("inputTokensDetails", "cachedTokens"),
            List.of("cached_tokens"),
            List.of("cachedTokens"),
            List.of("prompt_cache_hit_tokens"),
            List.of("cache_read_input_tokens"),
            List.of("cacheReadInputTokenCount"),
            List.of("cachedContentTokenCount"),
            List.of(UNCOUNTED_CACHE));

    private static final List<List<String>> WRITTEN = List.of(
            List.of("prompt_tokens_details", "cache_write_tokens"),
            List.of("input_tokens_details", "cache_write_tokens"),
            List.of("cache_write_tokens"),
            List.of("cache_creation_input_tokens"),
            List.of("cacheWriteInputTokenCount"));

    private final TokenCounter tokens;
    private final List<List<String>> paths;

    /**
     * Creates a reader.
     *
     * @param prices the prices of the model, if they are known
     * @param flavor determines additional positions
     */
    OpenAiUsage(@Nullable Prices prices, Flavor flavor) {
        this.tokens = new TokenCounter(prices, System.getLogger(OpenAiModel.class.getName()));
        this.paths = new ArrayList<>(flavor.usagePaths());
        paths.addAll(PATHS);
    }

    private static List<List<String>> names(String... names) {
        return List.of(names).stream().map(List::of).toList();
    }

    /** The counts of one reply, collected from its parts. */
    final class TokenCounts {

        private long input;
        private long output;
        private long total;
        private long cached;
        private long written;

        /** Adds the counts in a reply or in a chunk of a stream, wherever they are. */
        void add(ProviderJson part) {
            paths.forEach(path -> addUsage(at(part, path)));
        }

        /** Adds the counts in a choice. */
        void addChoice(ProviderJson choice) {
            CHOICE_PATHS.forEach(path -> addUsage(at(choice, path)));
        }

        private void addUsage(ProviderJson usage) {
            if (usage.isArray()) {
                usage.items().stream().filter(ProviderJson::isObject).forEach(this::addUsage);
            } else if (usage.isObject()) {
                long uncounted = tokens.count(usage, 0, UNCOUNTED_CACHE);
                input = Math.max(input, largest(usage, INPUT) + uncounted);
                output = Math.max(output, largest(usage, OUTPUT));
                total = Math.max(total, largest(usage, TOTAL));
                cached = Math.max(cached, largest(usage, CACHED));
                written = Math.max(written, largest(usage, WRITTEN));
            }
        }

        boolean isEmpty() {
            return input == 0 && output == 0;
        }

        /**
         * Returns the usage. Some providers, like xAI and Gemini, include the reasoning of the model only in the total.
         */
        Usage usage() {
            long rest = input == 0 ? 0 : total - input;
            return tokens.usage(input, cached, written, Math.max(output, rest));
        }
    }

    TokenCounts counts() {
        return new TokenCounts();
    }

    private long largest(ProviderJson usage, List<List<String>> names) {
        return names.stream()
                .mapToLong(path -> tokens.count(usage, 0, path.toArray(String[]::new)))
                .max()
                .orElse(0);
    }

    private static ProviderJson at(ProviderJson value, List<String> path) {
        ProviderJson found = value;
        for (String name : path) {
            found = found.get(name);
        }
        return found;
    }
}
