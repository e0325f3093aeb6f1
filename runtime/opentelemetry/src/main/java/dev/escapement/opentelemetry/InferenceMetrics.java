package dev.escapement.opentelemetry;

import dev.escapement.model.Usage;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;

/**
 * The metrics of requests to models. Their names are {@code gen_ai.client.inference.*}.
 *
 * @param duration the duration in seconds
 * @param inputTokens the total of input tokens
 * @param outputTokens the total of output tokens
 * @param cachedTokens the total of input tokens that were read from a cache
 * @param inputTokensPerRequest the distribution of input tokens
 * @param outputTokensPerRequest the distribution of output tokens
 */
record InferenceMetrics(
        DoubleHistogram duration,
        LongCounter inputTokens,
        LongCounter outputTokens,
        LongCounter cachedTokens,
        LongHistogram inputTokensPerRequest,
        LongHistogram outputTokensPerRequest) {

    static InferenceMetrics of(OpenTelemetry openTelemetry) {
        Histograms histograms = Histograms.of(openTelemetry);
        return new InferenceMetrics(
                histograms.seconds(
                        "gen_ai.client.inference.duration", "Duration of a request to a model, retries included."),
                tokens(histograms.meter(), "gen_ai.client.inference.usage.input_tokens", "Input tokens."),
                tokens(histograms.meter(), "gen_ai.client.inference.usage.output_tokens", "Output tokens."),
                tokens(
                        histograms.meter(),
                        "gen_ai.client.inference.usage.cache_read.input_tokens",
                        "Input tokens read from the provider's cache."),
                histograms.tokens("gen_ai.client.inference.operation.input_tokens", "Input tokens of a request."),
                histograms.tokens("gen_ai.client.inference.operation.output_tokens", "Output tokens of a reply."));
    }

    private static LongCounter tokens(Meter meter, String name, String description) {
        return meter.counterBuilder(name)
                .setDescription(description)
                .setUnit("{token}")
                .build();
    }

    /**
     * Records the metrics of one request. Unknown usage is recorded as 0 tokens of unknown modality.
     *
     * @param attributes the attributes of the request, with {@code error.type} if it failed
     * @param seconds the duration of the request
     * @param usage its tokens
     */
    void record(Attributes attributes, double seconds, Usage usage) {
        duration.record(seconds, attributes);
        inputTokensPerRequest.record(usage.inputTokens(), attributes);
        outputTokensPerRequest.record(usage.outputTokens(), attributes);
        Attributes totals = attributes.toBuilder()
                .remove(Conventions.ERROR_TYPE) // the conventions do not define it for the totals
                .put(Conventions.TOKEN_MODALITY, usage.tokens() > 0 ? "text" : "unknown")
                .build();
        inputTokens.add(usage.inputTokens(), totals);
        outputTokens.add(usage.outputTokens(), totals);
        cachedTokens.add(usage.cachedTokens(), totals);
    }
}
