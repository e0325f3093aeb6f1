package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.escapement.run.DriveException;
import dev.escapement.run.DriveInterruptedException;
import dev.escapement.run.Runner;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the error type and status of spans whose work failed. Messages are content, and are not recorded if they may
 * be secret.
 */
@ExtendWith(SilencedDefectLog.class)
class SpanErrorsTest {

    private static final ModelReply CLOSES = ModelReply.calls(LampShopModel.close("c9"));

    private final TelemetryCollector collector = new TelemetryCollector();

    @AfterEach
    void shutDown() {
        collector.close();
    }

    private void start(boolean content, LampShop shop, ModelReply... replies) {
        Runner.of(new LampShopLoop(shop))
                .model(LampShopModel.of(replies))
                .ids(() -> "t1")
                .interceptor(AgentTelemetry.of(collector.sdk()).withContent(content))
                .build()
                .start("Help");
    }

    private static String errorType(SpanData span) {
        return span.getAttributes().get(Conventions.ERROR_TYPE);
    }

    private record FailureCase(RuntimeException thrown, String type, String message) {}

    @TestFactory
    Stream<DynamicTest> modelExceptionMarksChatAndDrive() {
        return Stream.of(
                        new FailureCase(
                                new RequestRejectedException(LampShopModel.INFO, "bad key", 401, "invalid_api_key"),
                                "invalid_api_key",
                                "bad key"),
                        new FailureCase(new RequestRejectedException(LampShopModel.INFO, "no", 400, ""), "400", "no"),
                        new FailureCase(
                                new RequestRejectedException(LampShopModel.INFO, "no", 400, "Request 17 is invalid"),
                                "400",
                                "no"),
                        new FailureCase(
                                new ModelUnavailableException(LampShopModel.INFO, "overloaded", 529, null, null),
                                "529",
                                "overloaded"),
                        new FailureCase(
                                new ModelUnavailableException(
                                        LampShopModel.INFO, "no connection", 0, null, new IOException("reset")),
                                "dev.escapement.model.ModelUnavailableException",
                                "no connection"),
                        new FailureCase(
                                new UnreadableReplyException(LampShopModel.INFO, "HTML", null),
                                "dev.escapement.model.UnreadableReplyException",
                                "HTML"),
                        new FailureCase(
                                new IllegalStateException("Authorization: Bearer sk-1"),
                                "java.lang.IllegalStateException",
                                ""))
                .flatMap(fault -> Stream.of(
                        DynamicTest.dynamicTest(fault.thrown().toString(), () -> thrown(fault, true, fault.message())),
                        DynamicTest.dynamicTest("without content: " + fault.thrown(), () -> thrown(fault, false, ""))));
    }

    private static void thrown(FailureCase fault, boolean content, String message) {
        Model broken = new LampShopModel(LampShopModel.INFO, request -> {
            throw fault.thrown();
        });
        try (TelemetryCollector collector = new TelemetryCollector()) {
            Runner runner = Runner.of(new LampShopLoop(new LampShop()))
                    .model(broken)
                    .interceptor(AgentTelemetry.of(collector.sdk()).withContent(content))
                    .build();

            DriveException failure = assertThrows(DriveException.class, () -> runner.start("Help"));
            assertSame(fault.thrown(), failure.getCause());

            for (String name : List.of("chat gpt-4o-mini", "invoke_agent LampShop")) {
                assertEquals(fault.type(), errorType(collector.span(name)), name);
                assertEquals(
                        StatusData.create(StatusCode.ERROR, message),
                        collector.span(name).getStatus(),
                        name);
            }
        }
    }

    @Test
    void declaredExceptionHasNoMessage() {
        start(false, new LampShop(), ModelReply.calls(LampShopModel.lookUp("c1", "B-7")), CLOSES);

        SpanData step = collector.span("execute_tool look_up");
        assertEquals("failed", step.getAttributes().get(OwnAttributes.STEP_OUTCOME));
        assertEquals("declared", errorType(step));
        assertEquals(StatusData.create(StatusCode.ERROR, ""), step.getStatus());
    }

    @Test
    void withContentDeclaredMessageIsRecorded() {
        start(true, new LampShop(), ModelReply.calls(LampShopModel.lookUp("c1", "B-7")), CLOSES);

        assertEquals(
                StatusData.create(StatusCode.ERROR, "There is no order B-7"),
                collector.span("execute_tool look_up").getStatus());
    }

    /** The log contains the message under the idempotency key, which is an attribute of the span. */
    @Test
    void undeclaredExceptionHasOnlyItsClass() {
        start(true, new LampShop(), ModelReply.calls(LampShopModel.note("c1", "")), CLOSES);

        SpanData step = collector.span("execute_tool note");
        assertEquals("java.lang.IllegalStateException", errorType(step));
        assertEquals(StatusData.create(StatusCode.ERROR, ""), step.getStatus());
        assertFalse(collector.spans().toString().contains("hunter2"));
    }

    @Test
    void errorOfAStepLeavesTheDriveUnmarked() {
        LampShop deep = new LampShop() {
            @Override
            void note(Note call) {
                throw new StackOverflowError("too deep");
            }
        };

        start(true, deep, ModelReply.calls(LampShopModel.note("c1", "x")), CLOSES);

        SpanData step = collector.span("execute_tool note");
        assertEquals("java.lang.StackOverflowError", errorType(step));
        assertEquals(StatusData.create(StatusCode.ERROR, ""), step.getStatus());
        assertEquals(StatusData.unset(), collector.span("invoke_agent LampShop").getStatus());
    }

    @Test
    void declaredUnknownOutcomeIsInDoubt() {
        LampShop unreachable = new LampShop() {
            @Override
            String lookUp(LookUp call) throws OrderNotFound {
                OrderNotFound lost = new OrderNotFound(call.orderId());
                lost.initCause(new IOException("connection reset"));
                throw lost;
            }
        };

        start(true, unreachable, ModelReply.calls(LampShopModel.lookUp("c1", "A-1")), CLOSES);

        SpanData step = collector.span("execute_tool look_up");
        assertEquals("in_doubt", step.getAttributes().get(OwnAttributes.STEP_OUTCOME));
        assertEquals(LampShop.OrderNotFound.class.getName(), errorType(step));
        assertEquals(StatusData.create(StatusCode.ERROR, ""), step.getStatus());
    }

    @Test
    void errorOfTheModelIsMarkedAndReported() {
        StackOverflowError error = new StackOverflowError("too deep");
        Runner runner = Runner.of(new LampShopLoop(new LampShop()))
                .model(new LampShopModel(LampShopModel.INFO, request -> {
                    throw error;
                }))
                .interceptor(AgentTelemetry.of(collector.sdk()))
                .build();

        assertSame(
                error,
                assertThrows(DriveException.class, () -> runner.start("Help")).getCause());

        assertEquals("java.lang.StackOverflowError", errorType(collector.span("chat gpt-4o-mini")));
        assertEquals("java.lang.StackOverflowError", errorType(collector.span("invoke_agent LampShop")));
    }

    @Test
    void interruptionOfAStepMarksStepAndDrive() {
        LampShop interrupted = new LampShop() {
            @Override
            void note(Note call) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped");
            }
        };

        try {
            assertThrows(
                    DriveInterruptedException.class,
                    () -> start(false, interrupted, ModelReply.calls(LampShopModel.note("c1", "x"))));
        } finally {
            assertTrue(Thread.interrupted());
        }

        assertEquals("java.lang.IllegalStateException", errorType(collector.span("execute_tool note")));
        assertEquals(
                "dev.escapement.run.DriveInterruptedException", errorType(collector.span("invoke_agent LampShop")));
    }

    @Test
    void failedContextIsMarked() {
        LampShop closed = new LampShop() {
            @Override
            String openingHours() throws IOException {
                throw new IOException("the shop is gone");
            }
        };

        start(false, closed, CLOSES);

        assertEquals("java.io.IOException", errorType(collector.span("fetch_context opening_hours")));
    }

    @Test
    void failedStepLeavesTheDriveUnmarked() {
        start(false, new LampShop(), ModelReply.calls(LampShopModel.lookUp("c1", "B-7")), CLOSES);

        assertEquals(StatusData.unset(), collector.span("invoke_agent LampShop").getStatus());
    }
}
