package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Interceptor;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that a failure of telemetry is logged and does not change the thread. */
@ExtendWith(SilencedDefectLog.class)
class BrokenTelemetryTest {

    private static final List<ModelReply> SCRIPT = List.of(
            ModelReply.calls(
                    LampShopModel.lookUp("c1", "A-1"), LampShopModel.lookUp("c2", "B-7"), LampShopModel.note("c3", "")),
            ModelReply.calls(LampShopModel.close("c4")));

    private final Logger logger = Logger.getLogger(TelemetryGuard.class.getName());
    private final List<Throwable> logged = new ArrayList<>();

    @BeforeEach
    void captureTheLog() {
        logger.setFilter(entry -> {
            logged.add(entry.getThrown());
            return false;
        });
    }

    @AfterEach
    void restoreTheLog() {
        logger.setFilter(null);
    }

    private static AgentThread run(Interceptor interceptor) {
        return Runner.of(new LampShopLoop(new LampShop()))
                .model(LampShopModel.of(SCRIPT))
                .ids(() -> "t1")
                .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .interceptor(interceptor)
                .build()
                .start("Where is A-1?");
    }

    private record FailureCase(String when, OpenTelemetry telemetry) {}

    @TestFactory
    Stream<DynamicTest> threadIsTheSameWithoutTelemetry() {
        RuntimeException exception = new IllegalStateException("the queue is full");
        Error error = new NoClassDefFoundError("Exporter");
        return Stream.of(
                        new FailureCase("no span can be built", brokenTracer(exception)),
                        new FailureCase("no span can be built, with an error", brokenTracer(error)),
                        new FailureCase("no span can begin", sdk(new Breaking(exception, null))),
                        new FailureCase("no span can begin, with an error", sdk(new Breaking(error, null))),
                        new FailureCase("no span can end", sdk(new Breaking(null, exception))),
                        new FailureCase("no span can end, with an error", sdk(new Breaking(null, error))))
                .map(fault -> DynamicTest.dynamicTest(fault.when(), () -> {
                    AgentThread expected = run(new Interceptor() {});
                    Context before = Context.current();
                    logged.clear();

                    assertEquals(
                            expected, run(AgentTelemetry.of(fault.telemetry()).withContent(true)));

                    assertFalse(logged.isEmpty());
                    assertEquals(before, Context.current());
                }));
    }

    @Test
    void failingMetricsLeaveSpansIntact() {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        View breaking = View.builder()
                .setAttributeFilter(name -> {
                    throw new IllegalStateException("no such attribute");
                })
                .build();
        OpenTelemetry telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setMeterProvider(SdkMeterProvider.builder()
                        .registerMetricReader(InMemoryMetricReader.create())
                        .registerView(InstrumentSelector.builder().setName("*").build(), breaking)
                        .build())
                .build();

        run(AgentTelemetry.of(telemetry));

        assertFalse(logged.isEmpty());
        assertEquals(
                2,
                spans.getFinishedSpanItems().stream()
                        .filter(span -> span.getAttributes().get(Conventions.FINISH_REASONS) != null)
                        .count());
    }

    @Test
    void failingContentLeavesTheSpanIntact() throws Exception {
        AgentThread thread = run(new Interceptor() {});
        Command.RunStep step = new Command.RunStep(
                LampShopModel.note("c1", "x"), Effect.WRITE, Flow.RETURNS, new StepContext("t1", "c1", "t1/c1"), 1, 1);
        try (TelemetryCollector collector = new TelemetryCollector()) {
            Tracer tracer = FailingSpans.of(collector.sdk().getTracer("test"), Conventions.TOOL_ARGUMENTS);

            new StepSpan(new SpanTemplate(tracer), AgentMetrics.of(OpenTelemetry.noop()), System::nanoTime, true)
                    .around(thread, step, () -> new Outcome.Returned("noted"));

            assertEquals(
                    "returned",
                    collector.span("execute_tool note").getAttributes().get(OwnAttributes.STEP_OUTCOME));
            assertEquals(1, logged.size());
        }
    }

    private static OpenTelemetry sdk(SpanProcessor processor) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(
                        SdkTracerProvider.builder().addSpanProcessor(processor).build())
                .build();
    }

    /** A span processor that fails when a span begins or ends. */
    private record Breaking(Throwable atBegin, Throwable atEnd) implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            raise(atBegin);
        }

        @Override
        public boolean isStartRequired() {
            return atBegin != null;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            raise(atEnd);
        }

        @Override
        public boolean isEndRequired() {
            return atEnd != null;
        }
    }

    private static void raise(Throwable fault) {
        if (fault instanceof RuntimeException exception) {
            throw exception;
        } else if (fault instanceof Error error) {
            throw error;
        }
    }

    private static OpenTelemetry brokenTracer(Throwable fault) {
        Tracer tracer = name -> {
            raise(fault);
            throw new AssertionError(fault);
        };
        TracerBuilder builder = new TracerBuilder() {
            @Override
            public TracerBuilder setSchemaUrl(String schemaUrl) {
                return this;
            }

            @Override
            public TracerBuilder setInstrumentationVersion(String version) {
                return this;
            }

            @Override
            public Tracer build() {
                return tracer;
            }
        };
        return new OpenTelemetry() {
            @Override
            public TracerProvider getTracerProvider() {
                return new TracerProvider() {
                    @Override
                    public Tracer get(String scope) {
                        return tracer;
                    }

                    @Override
                    public Tracer get(String scope, String version) {
                        return tracer;
                    }

                    @Override
                    public TracerBuilder tracerBuilder(String scope) {
                        return builder;
                    }
                };
            }

            @Override
            public ContextPropagators getPropagators() {
                return ContextPropagators.noop();
            }
        };
    }
}
