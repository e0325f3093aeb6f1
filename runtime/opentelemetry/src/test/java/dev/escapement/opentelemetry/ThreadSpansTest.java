package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.engine.Command;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.run.Approver;
import dev.escapement.run.Interceptor;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests of the spans of a thread: its drives, requests to the model and runs of steps. */
class ThreadSpansTest {

    private static final ModelReply CLOSES = ModelReply.calls(LampShopModel.close("c9"));

    private final TelemetryCollector collector = new TelemetryCollector();

    @AfterEach
    void shutDown() {
        collector.close();
    }

    private Runner.Builder runner(Model model) {
        return Runner.of(new LampShopLoop(new LampShop()))
                .model(model)
                .ids(() -> "t1")
                .interceptor(AgentTelemetry.of(collector.sdk()));
    }

    private AgentThread start(ModelReply... replies) {
        return runner(LampShopModel.of(replies)).build().start("Where is A-1?");
    }

    private static Map<String, Object> attributes(SpanData span) {
        return TelemetryCollector.attributes(span);
    }

    @Test
    void driveIsTheParentOfItsActions() {
        start(ModelReply.calls(LampShopModel.lookUp("c1", "A-1")), CLOSES);

        SpanData agent = collector.span("invoke_agent LampShop");
        assertEquals(
                List.of(
                        "fetch_context opening_hours",
                        "chat gpt-4o-mini",
                        "execute_tool look_up",
                        "chat gpt-4o-mini",
                        "execute_tool close"),
                collector.spans().stream()
                        .filter(span -> span.getParentSpanId().equals(agent.getSpanId()))
                        .map(SpanData::getName)
                        .toList());
        assertEquals(6, collector.spans().size());
        assertFalse(agent.getParentSpanContext().isValid());
    }

    @Test
    void driveSpanHasAgentThreadAndState() {
        start(CLOSES);

        SpanData agent = collector.span("invoke_agent LampShop");
        assertEquals(SpanKind.INTERNAL, agent.getKind());
        assertEquals(StatusCode.UNSET, agent.getStatus().getStatusCode());
        assertEquals(
                Map.of(
                        "gen_ai.operation.name", "invoke_agent",
                        "gen_ai.agent.id", "dev.escapement.opentelemetry.LampShop",
                        "gen_ai.agent.name", "LampShop",
                        "gen_ai.conversation.id", "t1",
                        "escapement.thread.state", "finished"),
                attributes(agent));
    }

    @Test
    void driveOfAChildIsBelowTheDriveOfItsParent() {
        AgentTelemetry telemetry = AgentTelemetry.of(collector.sdk());
        AgentThread desk = new AgentThread("t1", List.of(new Event.Started(Instant.EPOCH, "x.Desk", "hello")));
        ParentCall call = new ParentCall("t1", "c1", List.of("x.Desk"), 3);
        AgentThread orders = new AgentThread(
                "t1~o",
                List.of(new Event.Started(
                        Instant.EPOCH,
                        "x.Orders",
                        Start.of("A-1"),
                        Budget.UNLIMITED,
                        Optional.of(call),
                        Map.of(),
                        Optional.empty())));
        Command wait = new Command.AwaitMessage();

        telemetry.drive(desk, () -> {
            telemetry.drive(orders, () -> new Interceptor.DriveResult(orders, wait));
            return new Interceptor.DriveResult(desk, wait);
        });

        SpanData parent = collector.span("invoke_agent Desk");
        SpanData child = collector.span("invoke_agent Orders");
        assertEquals(parent.getSpanId(), child.getParentSpanId());
        assertEquals("t1", attributes(child).get("escapement.thread.parent.id"));
        assertEquals("c1", attributes(child).get("escapement.thread.parent.call.id"));
        assertEquals(List.of("x.Desk", "x.Orders"), attributes(child).get("escapement.thread.path"));
        assertFalse(attributes(parent).containsKey("escapement.thread.parent.id"));
    }

    @Test
    void driveSpanHasTheOpenQuestion() {
        Runner runner = runner(LampShopModel.of(
                        ModelReply.text("Which one?"),
                        ModelReply.calls(new Call("c1", "refund", "{\"orderId\":\"A-1\"}")),
                        ModelReply.calls(new Call("c2", "ask", "{\"question\":\"Why?\"}")),
                        CLOSES))
                .build();

        runner.start("Help");
        runner.reply("t1", "A-1");
        runner.approve("t1", "c1", Approver.of("alice"));
        runner.reply("t1", "c2", "\"It is broken\"");

        assertEquals(
                List.of("awaits_message null", "awaits_approval c1", "awaits_reply c2", "finished null"),
                collector.spansOf("invoke_agent").stream()
                        .map(ThreadSpansTest::state)
                        .toList());
    }

    @Test
    void stoppedThreadHasStateStopped() {
        ModelReply confused = ModelReply.calls(new Call("c1", "nope", "{}"));

        start(confused, confused, confused);

        assertEquals("stopped null", state(collector.span("invoke_agent LampShop")));
    }

    private static String state(SpanData span) {
        return attributes(span).get("escapement.thread.state") + " "
                + attributes(span).get("escapement.thread.call.id");
    }

    @Test
    void chatSpanDescribesRequestAndReply() {
        start(LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.close("c1")));

        SpanData chat = collector.span("chat gpt-4o-mini");
        assertEquals(SpanKind.CLIENT, chat.getKind());
        assertEquals(
                Map.ofEntries(
                        Map.entry("gen_ai.operation.name", "chat"),
                        Map.entry("gen_ai.provider.name", "openai"),
                        Map.entry("gen_ai.conversation.id", "t1"),
                        Map.entry("gen_ai.request.model", "gpt-4o-mini"),
                        Map.entry("gen_ai.response.model", "gpt-4o-mini-2024-07-18"),
                        Map.entry("gen_ai.response.id", "chatcmpl-1"),
                        Map.entry("gen_ai.response.finish_reasons", List.of("tool_call")),
                        Map.entry("gen_ai.usage.input_tokens", 100L),
                        Map.entry("gen_ai.usage.output_tokens", 7L),
                        Map.entry("gen_ai.usage.cache_read.input_tokens", 60L),
                        Map.entry("server.address", "api.example.com"),
                        Map.entry("server.port", 8443L)),
                attributes(chat));
    }

    @Test
    void chatSpanHasOptionsFinishReasonAndRequestId() {
        ReplyProvenance source =
                new ReplyProvenance("openai", "", "", "", "", "tool_calls", new ResponseInfo("req_7", Map.of()));
        ModelReply reply = new ModelReply(
                "", List.of(LampShopModel.close("c1")), Usage.NONE, StopReason.COMPLETE, source, Optional.empty());

        runner(LampShopModel.of(reply))
                .options(RequestOptions.NONE
                        .withModel("small")
                        .withTemperature(0.5)
                        .withMaxOutputTokens(9))
                .build()
                .start("Help");

        Map<String, Object> chat = attributes(collector.span("chat small"));
        assertEquals("small", chat.get("gen_ai.request.model"));
        assertEquals(0.5, chat.get("gen_ai.request.temperature"));
        assertEquals(9L, chat.get("gen_ai.request.max_tokens"));
        assertEquals(List.of("tool_call"), chat.get("gen_ai.response.finish_reasons"));
        assertEquals("tool_calls", chat.get("escapement.response.finish_reason"));
        assertEquals("req_7", chat.get("escapement.response.request_id"));
    }

    @Test
    void failedRequestHasItsId() {
        ResponseInfo response = new ResponseInfo("req_8", Map.of());
        Runner broken = runner(new LampShopModel(LampShopModel.INFO, request -> {
                    throw new RequestRejectedException(LampShopModel.INFO, "no", 400, "", response, null);
                }))
                .build();

        assertThrows(RuntimeException.class, () -> broken.start("Help"));

        assertEquals("req_8", attributes(collector.span("chat gpt-4o-mini")).get("escapement.response.request_id"));
    }

    @Test
    void unknownPropertiesAreOmitted() {
        runner(new LampShopModel(ModelInfo.UNKNOWN, LampShopModel.of(CLOSES)))
                .build()
                .start("Help");

        assertEquals(
                Map.of(
                        "gen_ai.operation.name", "chat",
                        "gen_ai.conversation.id", "t1",
                        "gen_ai.response.finish_reasons", List.of("tool_call")),
                attributes(collector.span("chat")));
    }

    @Test
    void unknownModelTakesProviderOfReply() {
        runner(new LampShopModel(
                        ModelInfo.UNKNOWN,
                        LampShopModel.of(LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.close("c1")))))
                .build()
                .start("Help");

        assertEquals("openai", attributes(collector.span("chat")).get("gen_ai.provider.name"));
    }

    @Test
    void everyStopReasonHasAFinishReason() {
        for (StopReason stop : StopReason.values()) {
            start(LampShopModel.detailed("Once upon", stop), CLOSES);
        }

        assertEquals(
                List.of("stop", "length", "refusal", "content_filter", "unknown", "too_many_calls"),
                collector.spansOf("chat").stream()
                        .flatMap(span -> span.getAttributes().get(Conventions.FINISH_REASONS).stream())
                        .filter(reason -> !reason.equals("tool_call"))
                        .toList());
    }

    @Test
    void stepSpanDescribesCallAndOutcome() {
        start(ModelReply.calls(LampShopModel.lookUp("c1", "A-1")), CLOSES);

        SpanData step = collector.span("execute_tool look_up");
        assertEquals(SpanKind.INTERNAL, step.getKind());
        assertEquals(StatusCode.UNSET, step.getStatus().getStatusCode());
        assertEquals(
                Map.of(
                        "gen_ai.operation.name", "execute_tool",
                        "gen_ai.agent.name", "LampShop",
                        "gen_ai.tool.name", "look_up",
                        "gen_ai.tool.type", "function",
                        "gen_ai.tool.call.id", "c1",
                        "gen_ai.conversation.id", "t1",
                        "escapement.step.effect", "read",
                        "escapement.step.outcome", "returned",
                        "escapement.step.idempotency_key", "t1/1/c1"),
                attributes(step));
    }

    @Test
    void rejectedCallsHaveNoSpan() {
        start(ModelReply.calls(new Call("c1", "look_up", "{}"), new Call("c2", "nope", "{}")), CLOSES);

        assertEquals(
                List.of("execute_tool close"),
                collector.spansOf("execute_tool").stream()
                        .map(SpanData::getName)
                        .toList());
    }

    /** Each step ends only after the other has started, so they run on two Java threads. */
    @Test
    void concurrentStepsAreChildrenOfTheDrive() {
        CountDownLatch bothRun = new CountDownLatch(2);
        List<Context> contexts = new ArrayList<>();
        LampShop shop = new LampShop() {
            @Override
            String lookUp(LookUp call) {
                synchronized (contexts) {
                    contexts.add(Context.current());
                }
                bothRun.countDown();
                try {
                    return bothRun.await(10, TimeUnit.SECONDS) ? "a lamp" : "alone";
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Runner.of(new LampShopLoop(shop))
                    .model(LampShopModel.of(
                            ModelReply.calls(LampShopModel.lookUp("c1", "A-1"), LampShopModel.lookUp("c2", "A-2")),
                            CLOSES))
                    .executor(executor)
                    .interceptor(AgentTelemetry.of(collector.sdk()))
                    .build()
                    .start("Compare A-1 and A-2");
        } finally {
            executor.shutdownNow();
        }

        SpanData agent = collector.span("invoke_agent LampShop");
        List<SpanData> steps = collector.spansOf("execute_tool");
        assertEquals(3, steps.size());
        assertEquals(
                List.of(agent.getSpanId(), agent.getSpanId(), agent.getSpanId()),
                steps.stream().map(SpanData::getParentSpanId).toList());
        assertEquals(2, contexts.stream().distinct().count());
    }

    @Test
    void spansOfAStepAreItsChildren() {
        LampShop shop = new LampShop() {
            @Override
            void note(Note call) {
                collector
                        .sdk()
                        .getTracer("database")
                        .spanBuilder("INSERT")
                        .startSpan()
                        .end();
            }
        };
        Runner.of(new LampShopLoop(shop))
                .model(LampShopModel.of(ModelReply.calls(LampShopModel.note("c1", "x")), CLOSES))
                .interceptor(AgentTelemetry.of(collector.sdk()))
                .build()
                .start("Remember x");

        assertEquals(
                collector.span("execute_tool note").getSpanId(),
                collector.span("INSERT").getParentSpanId());
    }

    @Test
    void contextIsRestored() {
        Context before = Context.current();

        start(CLOSES);

        assertEquals(before, Context.current());
    }

    @Test
    void scopeNamesTheConventionsVersion() {
        start(CLOSES);

        assertEquals(
                List.of("dev.escapement https://opentelemetry.io/schemas/gen-ai/0.1.0"),
                collector.spans().stream()
                        .map(SpanData::getInstrumentationScopeInfo)
                        .map(scope -> scope.getName() + " " + scope.getSchemaUrl())
                        .distinct()
                        .toList());
    }
}
