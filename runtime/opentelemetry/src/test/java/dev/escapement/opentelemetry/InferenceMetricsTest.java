package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.StopReason;
import dev.escapement.run.DriveException;
import dev.escapement.run.Runner;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests of the metrics of requests to the model. */
class InferenceMetricsTest {

    private static final String INPUT = "gen_ai.client.inference.usage.input_tokens";
    private static final String OUTPUT = "gen_ai.client.inference.usage.output_tokens";
    private static final String CACHED = "gen_ai.client.inference.usage.cache_read.input_tokens";
    private static final String INPUT_PER_REQUEST = "gen_ai.client.inference.operation.input_tokens";
    private static final String OUTPUT_PER_REQUEST = "gen_ai.client.inference.operation.output_tokens";

    private static final Attributes CHAT = Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "openai")
            .put("gen_ai.request.model", "gpt-4o-mini")
            .put("server.address", "api.example.com")
            .put("server.port", 8443L)
            .build();

    private static final Attributes REPLIED = CHAT.toBuilder()
            .put("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
            .build();

    private static final ModelReply DETAILED =
            LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.close("c1"));

    private final TelemetryCollector collector = new TelemetryCollector();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    @AfterEach
    void shutDown() {
        collector.close();
    }

    /** Each request takes 1.5 seconds. */
    private Runner runner(Model model) {
        return Runner.of(new LampShopLoop(new LampShop()))
                .model(new LampShopModel(LampShopModel.INFO, request -> {
                    nanos.addAndGet(1_500_000_000L);
                    return model.reply(request);
                }))
                .interceptor(new AgentTelemetry(collector.sdk(), nanos::get, false))
                .build();
    }

    private HistogramPointData distribution(String name, Attributes attributes) {
        return collector.metric(name).getHistogramData().getPoints().stream()
                .filter(point -> point.getAttributes().equals(attributes))
                .findFirst()
                .orElseThrow();
    }

    private Map<Attributes, Long> totals(String name) {
        return collector.metric(name).getLongSumData().getPoints().stream()
                .collect(Collectors.toMap(point -> point.getAttributes(), point -> point.getValue()));
    }

    private static Attributes modality(Attributes attributes, String modality) {
        return attributes.toBuilder().put("gen_ai.token.modality", modality).build();
    }

    @Test
    void durationIsMeasuredInSeconds() {
        runner(LampShopModel.of(
                        LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.note("c0", "x")), DETAILED))
                .start("Help");

        HistogramPointData point = distribution("gen_ai.client.inference.duration", REPLIED);
        assertEquals("s", collector.metric("gen_ai.client.inference.duration").getUnit());
        assertEquals(2, point.getCount());
        assertEquals(3.0, point.getSum());
        assertEquals(
                List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92),
                point.getBoundaries());
    }

    @Test
    void tokensAreTotalled() {
        runner(LampShopModel.of(DETAILED)).start("Help");

        Attributes text = modality(REPLIED, "text");
        assertEquals(Map.of(text, 100L), totals(INPUT));
        assertEquals(Map.of(text, 7L), totals(OUTPUT));
        assertEquals(Map.of(text, 60L), totals(CACHED));
        assertEquals("{token}", collector.metric(INPUT).getUnit());
    }

    @Test
    void tokensOfEachRequestAreDistributed() {
        runner(LampShopModel.of(DETAILED)).start("Help");

        assertEquals(100, distribution(INPUT_PER_REQUEST, REPLIED).getSum());
        HistogramPointData output = distribution(OUTPUT_PER_REQUEST, REPLIED);
        assertEquals(7, output.getSum());
        assertEquals(14, output.getBoundaries().size());
        assertEquals(1.0, output.getBoundaries().get(0));
        assertEquals(67_108_864.0, output.getBoundaries().get(13));
    }

    @Test
    void unknownUsageIsZeroTokensOfUnknownModality() {
        runner(LampShopModel.of(ModelReply.calls(LampShopModel.close("c1")))).start("Help");

        assertEquals(Map.of(modality(CHAT, "unknown"), 0L), totals(INPUT));
        assertEquals(Map.of(modality(CHAT, "unknown"), 0L), totals(OUTPUT));
    }

    @Test
    void failedRequestHasItsErrorTypeAndNoTokens() {
        Runner runner = runner(request -> {
            throw new ModelUnavailableException(LampShopModel.INFO, "overloaded", 529, null, null);
        });

        assertThrows(DriveException.class, () -> runner.start("Help"));

        Attributes failed = CHAT.toBuilder().put("error.type", "529").build();
        assertEquals(
                1.5, distribution("gen_ai.client.inference.duration", failed).getSum());
        assertEquals(0, distribution(OUTPUT_PER_REQUEST, failed).getSum());
        assertEquals(Map.of(modality(CHAT, "unknown"), 0L), totals(OUTPUT));
    }

    @Test
    void metricsBelongToTheScopeOfTheSpans() {
        runner(LampShopModel.of(DETAILED)).start("Help");

        assertEquals(
                List.of(Conventions.SCHEMA_URL),
                collector.metrics().stream()
                        .map(MetricData::getInstrumentationScopeInfo)
                        .map(scope -> scope.getSchemaUrl())
                        .distinct()
                        .toList());
    }
}
