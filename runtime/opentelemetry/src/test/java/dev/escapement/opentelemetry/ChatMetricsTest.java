package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.StopReason;
import dev.escapement.run.Runner;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests to the model are measured as the conventions have it. */
class ChatMetricsTest {

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

    private final TelemetryCollector collector = new TelemetryCollector();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    @AfterEach
    void shutDown() {
        collector.close();
    }

    /** Every request takes a second and a half. */
    private Runner runner(Model model) {
        return Runner.of(new LampShopLoop(new LampShop()))
                .model(new LampShopModel(LampShopModel.INFO, request -> {
                    nanos.addAndGet(1_500_000_000L);
                    return model.reply(request);
                }))
                .interceptor(new AgentTelemetry(collector.sdk(), nanos::get, false))
                .build();
    }

    private static Map<Attributes, HistogramPointData> points(MetricData metric) {
        return metric.getHistogramData().getPoints().stream()
                .collect(Collectors.toMap(HistogramPointData::getAttributes, Function.identity()));
    }

    @Test
    void theDurationIsMeasuredInSeconds() {
        runner(LampShopModel.of(
                        LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.note("c1", "x")),
                        LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.close("c2"))))
                .start("Help");

        MetricData duration = collector.metric("gen_ai.client.operation.duration");
        assertEquals("s", duration.getUnit());
        HistogramPointData point = points(duration).get(REPLIED);
        assertEquals(2, point.getCount());
        assertEquals(3.0, point.getSum());
        assertEquals(
                List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92),
                point.getBoundaries());
    }

    @Test
    void aRequestThatFailsIsMeasuredWithTheKindOfItsFault() {
        Runner runner = runner(request -> {
            throw new ModelUnavailableException(LampShopModel.INFO, "overloaded", 529, null, null);
        });

        assertThrows(ModelUnavailableException.class, () -> runner.start("Help"));

        assertEquals(
                List.of(CHAT.toBuilder().put("error.type", "529").build()),
                List.copyOf(points(collector.metric("gen_ai.client.operation.duration"))
                        .keySet()));
        assertEquals(List.of("gen_ai.client.operation.duration"), names());
    }

    private List<String> names() {
        return collector.metrics().stream().map(MetricData::getName).sorted().toList();
    }

    @Test
    void tokensAreCountedByTheirType() {
        runner(LampShopModel.of(LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.close("c1"))))
                .start("Help");

        MetricData tokens = collector.metric("gen_ai.client.token.usage");
        assertEquals("{token}", tokens.getUnit());
        Map<Attributes, HistogramPointData> points = points(tokens);
        assertEquals(2, points.size());
        assertEquals(
                100,
                points.get(REPLIED.toBuilder().put("gen_ai.token.type", "input").build())
                        .getSum());
        assertEquals(
                7,
                points.get(REPLIED.toBuilder()
                                .put("gen_ai.token.type", "output")
                                .build())
                        .getSum());
        assertEquals(
                List.of(
                        1.0,
                        4.0,
                        16.0,
                        64.0,
                        256.0,
                        1_024.0,
                        4_096.0,
                        16_384.0,
                        65_536.0,
                        262_144.0,
                        1_048_576.0,
                        4_194_304.0,
                        16_777_216.0,
                        67_108_864.0),
                points.values().iterator().next().getBoundaries());
    }

    @Test
    void tokensThatAreNotKnownAreNotCounted() {
        runner(LampShopModel.of(ModelReply.calls(LampShopModel.close("c1")))).start("Help");

        assertEquals(List.of("gen_ai.client.operation.duration"), names());
    }
}
