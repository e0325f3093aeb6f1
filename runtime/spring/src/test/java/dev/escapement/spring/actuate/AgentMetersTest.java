package dev.escapement.spring.actuate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.run.Approver;
import dev.escapement.run.DriveException;
import dev.escapement.run.Runner;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.autoconfigure.AgentAutoConfiguration;
import dev.escapement.spring.autoconfigure.MetersAutoConfiguration;
import dev.escapement.spring.autoconfigure.RunnerAutoConfiguration;
import dev.escapement.spring.autoconfigure.StoreAutoConfiguration;
import dev.escapement.spring.autoconfigure.TelemetryAutoConfiguration;
import dev.escapement.tool.Call;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Tests of the meters of one run, also in comparison with the spans of OpenTelemetry. */
class AgentMetersTest {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk openTelemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        openTelemetry.close();
        registry.close();
    }

    /** A scripted model that fails once before its replies. */
    private static final class FailingModel implements Model {
        private static final ModelInfo INFO = new ModelInfo("openai", "gpt-4o-mini", "api.example.com", 443);

        private final Model replies;
        private boolean failed;

        FailingModel(Call... calls) {
            ScriptedModel script = new ScriptedModel();
            for (Call call : calls) {
                script.then(reply(call));
            }
            this.replies = script;
        }

        private static ModelReply reply(Call call) {
            return new ModelReply(
                    "",
                    List.of(call),
                    new Usage(100, 7, 60, BigDecimal.ZERO),
                    StopReason.COMPLETE,
                    new ReplyProvenance("openai", "gpt-4o-mini-2024-07-18", "reply-1", "", ""),
                    Optional.empty());
        }

        @Override
        public ModelReply reply(ModelRequest request) {
            if (!failed) {
                failed = true;
                throw new ModelUnavailableException(INFO, "The model is overloaded.", 503, null, null);
            }
            return replies.reply(request);
        }

        @Override
        public ModelInfo info() {
            return INFO;
        }
    }

    /** Executes a thread with a failed request, a failed step, a pause, a decision and the end. */
    private void run() {
        Model model = new FailingModel(
                new Call("c1", "find_clock", "{\"number\":\"X-1\"}"),
                new Call("c2", "find_clock", "{\"number\":\"C-1\"}"),
                new Call("c3", "ask_customer", "{\"question\":\"Which one?\"}"),
                new Call("c4", "wind_clock", "{\"number\":\"C-1\"}"),
                new Call("c5", "close_case", "{\"summary\":\"done\"}"));
        withRunner(model, runner -> {
            assertThrows(DriveException.class, () -> runner.start("t1", "Wind my clock"));
            runner.resume("t1");
            runner.reply("t1", "c3", "\"the old one\"");
            runner.approve("t1", "c4", Approver.of("alice"));
        });
    }

    /** Passes the runner of an application, to which the starter has added the meters and the telemetry. */
    private void withRunner(Model model, Consumer<Runner> work) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        AgentAutoConfiguration.class,
                        StoreAutoConfiguration.class,
                        RunnerAutoConfiguration.class,
                        MetersAutoConfiguration.class,
                        TelemetryAutoConfiguration.class))
                .withPropertyValues("escapement.store.type=memory")
                .withBean("clockShop", ClockShop.class, ClockShop::new)
                .withBean(AgentModels.class, () -> loop -> model)
                .withBean(MeterRegistry.class, () -> registry, open -> open.setDestroyMethodName(""))
                .withBean(OpenTelemetry.class, () -> openTelemetry, open -> open.setDestroyMethodName(""))
                .run(context -> work.accept(context.getBean(Runner.class)));
    }

    private Map<String, Long> spanCounts() {
        return spans.getFinishedSpanItems().stream()
                .map(SpanData::getName)
                .collect(Collectors.groupingBy(name -> name.split(" ", 2)[0], TreeMap::new, Collectors.counting()));
    }

    private long timings(String name) {
        return registry.find(name).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private Map<String, Long> timerCounts() {
        return new TreeMap<>(Map.of(
                "chat", timings(MeterNames.REQUEST),
                "execute_tool", timings(MeterNames.STEP),
                "fetch_context", timings(MeterNames.FETCH),
                "invoke_agent", timings(MeterNames.DRIVE)));
    }

    @Test
    void runHasATimingForEachSpan() {
        run();

        assertEquals(Map.of("chat", 6L, "execute_tool", 5L, "fetch_context", 1L, "invoke_agent", 4L), spanCounts());
        assertEquals(spanCounts(), timerCounts());
    }

    @Test
    void failedRequestHasItsStatus() {
        run();

        assertEquals(
                1,
                registry.get(MeterNames.REQUEST)
                        .tag(MeterNames.ERROR, "503")
                        .timer()
                        .count());
    }

    @Test
    void failedDriveHasTheStatusOfItsCause() {
        run();

        assertEquals(
                1,
                registry.get(MeterNames.DRIVE)
                        .tag(MeterNames.ERROR, "503")
                        .timer()
                        .count());
    }

    @Test
    void declaredExceptionIsAFailedStep() {
        run();

        assertEquals(
                1,
                registry.get(MeterNames.STEP)
                        .tags(MeterNames.OUTCOME, "failed", MeterNames.ERROR, "declared")
                        .timer()
                        .count());
    }

    @Test
    void tokensAreCounted() {
        run();

        assertEquals(500, registry.get(MeterNames.INPUT_TOKENS).counter().count());
    }

    @Test
    void tagsDoNotContainIds() {
        run();

        Set<String> values = registry.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .map(Tag::getValue)
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        "503",
                        "ClockShop",
                        "ask_customer",
                        "chat",
                        "close_case",
                        "declared",
                        "failed",
                        "find_clock",
                        "finished",
                        "gpt-4o-mini",
                        "invoke_agent",
                        "none",
                        "openai",
                        "opening_hours",
                        "paused",
                        "returned",
                        "wind_clock"),
                values);
    }

    @Test
    void brokenRegistryDoesNotAffectTheThread() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                throw new IllegalStateException("broken");
            }
        });

        run();

        assertEquals(4, spanCounts().get("invoke_agent"));
    }

    private Set<String> errorsOfSpans() {
        return spans.getFinishedSpanItems().stream()
                .map(span -> span.getAttributes().get(AttributeKey.stringKey("error.type")))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Set<String> errorsOfMeters() {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getTag(MeterNames.ERROR))
                .filter(error -> error != null && !error.equals(MeterNames.NONE))
                .collect(Collectors.toSet());
    }

    private void fail(RuntimeException failure) {
        Model failing = request -> {
            throw failure;
        };
        withRunner(failing, runner -> assertThrows(DriveException.class, () -> runner.start("Wind my clock")));
    }

    @Test
    void codeOfTheProviderIsTheErrorOfSpansAndMeters() {
        fail(new RequestRejectedException(FailingModel.INFO, "The context is too long.", 400, "context_length"));

        assertEquals(Set.of("context_length"), errorsOfMeters());
        assertEquals(errorsOfSpans(), errorsOfMeters());
    }

    @Test
    void textInPlaceOfACodeIsNotAnError() {
        fail(new RequestRejectedException(FailingModel.INFO, "Refused.", 400, "Request req-17 was not accepted"));

        assertEquals(Set.of("400"), errorsOfMeters());
        assertEquals(errorsOfSpans(), errorsOfMeters());
    }

    @Test
    void otherErrorsOfSpansAreThoseOfMeters() {
        fail(new RequestRejectedException(FailingModel.INFO, "The request is invalid.", 422, ""));
        fail(new IllegalStateException("closed"));
        run();

        assertEquals(Set.of("422", "503", "declared", IllegalStateException.class.getName()), errorsOfMeters());
        assertEquals(errorsOfSpans(), errorsOfMeters());
    }
}
