package dev.escapement.opentelemetry;

import dev.escapement.model.Usage;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;

/**
 * Measures requests to models.
 *
 * @param duration how long they took, in seconds
 * @param tokens how many tokens they had, and their replies
 */
record ChatMetrics(DoubleHistogram duration, LongHistogram tokens) {

    // Where the buckets end, as the conventions advise.
    private static final List<Double> SECONDS =
            List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
    private static final List<Long> TOKENS = List.of(
            1L,
            4L,
            16L,
            64L,
            256L,
            1_024L,
            4_096L,
            16_384L,
            65_536L,
            262_144L,
            1_048_576L,
            4_194_304L,
            16_777_216L,
            67_108_864L);

    static ChatMetrics of(OpenTelemetry openTelemetry) {
        Meter meter = openTelemetry
                .meterBuilder(Conventions.SCOPE)
                .setSchemaUrl(Conventions.SCHEMA_URL)
                .build();
        return new ChatMetrics(
                meter.histogramBuilder("gen_ai.client.operation.duration")
                        .setDescription("How long requests to models took, retries included.")
                        .setUnit("s")
                        .setExplicitBucketBoundariesAdvice(SECONDS)
                        .build(),
                meter.histogramBuilder("gen_ai.client.token.usage")
                        .ofLongs()
                        .setDescription("How many tokens requests and replies had.")
                        .setUnit("{token}")
                        .setExplicitBucketBoundariesAdvice(TOKENS)
                        .build());
    }

    void replied(Attributes attributes, double seconds, Usage usage) {
        duration.record(seconds, attributes);
        if (usage.tokens() > 0) { // else they are not known
            tokens.record(usage.inputTokens(), ofType("input", attributes));
            tokens.record(usage.outputTokens(), ofType("output", attributes));
        }
    }

    void failed(Attributes attributes, double seconds, String errorType) {
        duration.record(
                seconds,
                attributes.toBuilder().put(Conventions.ERROR_TYPE, errorType).build());
    }

    private static Attributes ofType(String type, Attributes attributes) {
        return attributes.toBuilder().put(Conventions.TOKEN_TYPE, type).build();
    }
}
