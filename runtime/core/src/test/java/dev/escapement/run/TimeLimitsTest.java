package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.Pause;
import dev.escapement.Verdict;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.ResultException;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that questions with time limits are recorded with their deadlines, and of the fallbacks that they require. */
class TimeLimitsTest {

    private static final JsonEncoder<String> STRING = JsonWriter::writeString;
    private static final Duration LIMIT = Duration.ofDays(2);
    private static final Optional<Instant> DEADLINE = Optional.of(DeskRunners.AT.plus(LIMIT));

    private static final TestStep PAY =
            TestStep.named("pay").gate((text, thread) -> Verdict.ask("Pay?").within(LIMIT));
    private static final TestStep ASK =
            pausing("ask", Pause.<String>asking("Which?").within(LIMIT));
    private static final TestStep CHOOSE =
            pausing("choose", Pause.asking("Which?").within(LIMIT, "blue"));
    private static final TestStep PICKY = TestStep.named("picky").pauses().body((text, context) -> {
        JsonEncoder<String> picky = (out, value) -> {
            throw new IllegalArgumentException("not " + value);
        };
        return Outcome.paused(
                "{\"type\":\"string\"}", picky, Pause.asking("Which?").within(LIMIT, "blue"));
    });

    private static TestStep pausing(String tool, Pause<String> pause) {
        return TestStep.named(tool)
                .pauses()
                .body((text, context) -> Outcome.paused("{\"type\":\"string\"}", STRING, pause));
    }

    private static TestStep selecting(String tool, TestStep next) {
        return TestStep.named(tool).selects(next);
    }

    private static AgentThread started(TestStep step, TestStep... others) {
        TestStep[] steps = new TestStep[others.length + 1];
        steps[0] = step;
        System.arraycopy(others, 0, steps, 1, others.length);
        return ScriptedRun.of(TestLoop.of(steps), ModelReply.calls(step.call("c1", "x")), ModelReply.text("."))
                .start();
    }

    @Test
    void approvalIsAskedWithItsDeadline() {
        AgentThread thread = started(PAY);

        assertEquals(
                DEADLINE,
                assertInstanceOf(Event.ApprovalAsked.class, thread.last()).deadline());
    }

    @Test
    void replyIsAskedWithItsDeadlineAndFallback() {
        assertEquals(
                new Event.ReplyAsked(
                        DeskRunners.AT, "c1", "Which?", "{\"type\":\"string\"}", DEADLINE, Optional.of("\"blue\"")),
                started(CHOOSE).last());
        assertEquals(
                new Event.ReplyAsked(
                        DeskRunners.AT, "c1", "Which?", "{\"type\":\"string\"}", DEADLINE, Optional.empty()),
                started(ASK).last());
    }

    @Test
    void selectedPauseWithFallbackWaits() {
        AgentThread thread = started(selecting("route", CHOOSE), CHOOSE);

        assertEquals(
                "c1-2", assertInstanceOf(Event.ReplyAsked.class, thread.last()).callId());
    }

    @Test
    void selectedPauseWithoutFallbackFailsAndIsLogged() {
        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            assertFailed(started(selecting("route", ASK), ASK), "c1-2");

            assertEquals(1, log.entries().size());
            assertInstanceOf(ResultException.class, log.entries().get(0).thrown());
        }
    }

    @Test
    void selectedPauseWithoutLimitWaits() {
        TestStep wait = TestStep.named("wait").pauses();
        AgentThread thread = started(selecting("route", wait), wait);

        assertInstanceOf(Event.ReplyAsked.class, thread.last());
    }

    @Test
    void invalidFallbackFailsAndIsLogged() {
        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            assertFailed(started(PICKY), "c1");

            assertEquals(1, log.entries().size());
            assertEquals("not blue", log.entries().get(0).thrown().getCause().getMessage());
        }
    }

    private static void assertFailed(AgentThread thread, String callId) {
        List<Event.StepFailed> failures = thread.events().stream()
                .filter(Event.StepFailed.class::isInstance)
                .map(Event.StepFailed.class::cast)
                .toList();
        String message = ModelMessages.questionNotAsked("t1/1/" + callId);

        assertEquals(List.of(new Event.StepFailed(DeskRunners.AT, callId, message, false)), failures);
    }
}
