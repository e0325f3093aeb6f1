package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.run.DriveException;
import dev.escapement.run.Runner;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of the metrics of drives and runs of steps, and the totals of a drive. */
@ExtendWith(SilencedDefectLog.class)
class AgentMetricsTest {

    private static final ModelReply CLOSES = LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.close("c9"));

    private final TelemetryCollector collector = new TelemetryCollector();
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void shutDown() {
        collector.close();
    }

    /** Each note takes 2 seconds. */
    private final LampShop shop = new LampShop() {
        @Override
        void note(Note call) {
            nanos.addAndGet(2_000_000_000L);
            super.note(call);
        }
    };

    private Runner.Builder runner(Model model) {
        return Runner.of(new LampShopLoop(shop))
                .model(model)
                .interceptor(new AgentTelemetry(collector.sdk(), nanos::get, false));
    }

    private Map<Attributes, Double> sums(String metric) {
        return collector.metric(metric).getHistogramData().getPoints().stream()
                .collect(Collectors.toMap(HistogramPointData::getAttributes, HistogramPointData::getSum));
    }

    private static Attributes step(String tool, String... errorType) {
        var attributes = Attributes.builder()
                .put("gen_ai.agent.name", "LampShop")
                .put("gen_ai.tool.name", tool)
                .put("gen_ai.tool.type", "function");
        if (errorType.length > 0) {
            attributes.put("error.type", errorType[0]);
        }
        return attributes.build();
    }

    private static Attributes drive(String... errorType) {
        var attributes =
                Attributes.builder().put("gen_ai.agent.name", "LampShop").put("gen_ai.operation.name", "invoke_agent");
        if (errorType.length > 0) {
            attributes.put("error.type", errorType[0]);
        }
        return attributes.build();
    }

    private static Attributes agent() {
        return Attributes.builder().put("gen_ai.agent.name", "LampShop").build();
    }

    @Test
    void durationsOfDriveAndStepsAreMeasured() {
        runner(LampShopModel.of(ModelReply.calls(LampShopModel.note("c1", "x")), CLOSES))
                .build()
                .start("Help");

        assertEquals(Map.of(drive(), 2.0), sums("gen_ai.invoke_agent.duration"));
        assertEquals(Map.of(step("note"), 2.0, step("close"), 0.0), sums("gen_ai.execute_tool.duration"));
    }

    @Test
    void failedStepsHaveTheirErrorType() {
        runner(LampShopModel.of(
                        ModelReply.calls(LampShopModel.note("c1", ""), LampShopModel.lookUp("c2", "B-7")), CLOSES))
                .build()
                .start("Help");

        assertEquals(
                Map.of(
                        step("note", "java.lang.IllegalStateException"), 2.0,
                        step("look_up", "declared"), 0.0,
                        step("close"), 0.0),
                sums("gen_ai.execute_tool.duration"));
    }

    @Test
    void failedDriveHasItsErrorType() {
        Runner runner = runner(request -> {
                    throw new IllegalStateException("defect");
                })
                .build();

        assertThrows(DriveException.class, () -> runner.start("Help"));

        assertEquals(Map.of(drive("java.lang.IllegalStateException"), 0.0), sums("gen_ai.invoke_agent.duration"));
        assertEquals(Map.of(agent(), 1.0), sums("gen_ai.invoke_agent.inference_calls"));
    }

    @Test
    void callsOfADriveAreCountedOnAllJavaThreads() {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            runner(LampShopModel.of(
                            ModelReply.calls(LampShopModel.lookUp("c1", "A-1"), LampShopModel.lookUp("c2", "A-2")),
                            CLOSES))
                    .executor(executor)
                    .build()
                    .start("Compare A-1 and A-2");
        } finally {
            executor.shutdownNow();
        }

        assertEquals(Map.of(agent(), 2.0), sums("gen_ai.invoke_agent.inference_calls"));
        assertEquals(Map.of(agent(), 3.0), sums("gen_ai.invoke_agent.tool_calls"));
    }

    @Test
    void tokensOfADriveAreOnItsSpan() {
        runner(LampShopModel.of(LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.note("c1", "x")), CLOSES))
                .build()
                .start("Help");

        SpanData drive = collector.span("invoke_agent LampShop");
        assertEquals(
                List.of(200L, 14L),
                List.of(
                        drive.getAttributes().get(Conventions.INPUT_TOKENS),
                        drive.getAttributes().get(Conventions.OUTPUT_TOKENS)));
    }

    @Test
    void eachDriveIsCountedByItself() {
        Runner runner =
                runner(LampShopModel.of(ModelReply.text("Which one?"), CLOSES)).build();

        String id = runner.start("Help").id();
        runner.reply(id, "A-1");

        HistogramPointData calls = collector
                .metric("gen_ai.invoke_agent.inference_calls")
                .getHistogramData()
                .getPoints()
                .iterator()
                .next();
        assertEquals(2, calls.getCount());
        assertEquals(1.0, calls.getMax());
    }
}
