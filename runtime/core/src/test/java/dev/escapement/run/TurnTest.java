package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.ScriptedModel;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import dev.escapement.thread.ThreadStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the limits that apply to a turn, and of the failures that do not count. */
class TurnTest {

    private final TestStep look = TestStep.named("look").effect(Effect.READ);

    private ModelReply looking(String id) {
        return ModelReply.calls(look.call(id, "x"));
    }

    @Test
    void spentTurnWaitsForAMessageThatBeginsAnother() {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(look).with(Budget.UNLIMITED.withModelCalls(2)),
                looking("a"),
                looking("b"),
                looking("c"),
                ModelReply.text("done"));

        AgentThread spent = run.start();
        AgentThread next = run.runner().reply("t1", "Go on.");

        assertEquals(ThreadStatus.WAITING, spent.status());
        assertInstanceOf(Event.PersonAsked.class, spent.last());
        assertInstanceOf(Command.AwaitMessage.class, run.loopAt(spent));
        assertEquals("done", ((Event.ModelReplied) next.last()).text());
        assertEquals(2, next.usage().modelCalls());
    }

    @Test
    void lastRequestOfAnAgentWithoutFinishingStepsFitsIt() {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(look).with(Budget.UNLIMITED.withModelCalls(3)), looking("a"), looking("b"), looking("c"));

        run.start();

        assertEquals(List.of(), run.model().requests().get(2).tools());
        assertFalse(run.lastRequest().toString().contains("remaining tools"));
    }

    @Test
    void approvalDoesNotBeginATurn() {
        TestStep gated = TestStep.named("work").asking("Run?");
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(gated).with(Budget.UNLIMITED.withModelCalls(2)),
                ModelReply.calls(gated.call("a", "x")),
                ModelReply.text("done"));
        run.start();

        AgentThread thread = run.runner().approve("t1", "a", ScriptedRun.ALICE);

        assertEquals(2, thread.usage().modelCalls());
    }

    @Test
    void onlyWorkingTimeCounts() {
        ManualClock clock = new ManualClock();
        InMemoryThreadStore store = new InMemoryThreadStore();
        TestLoop loop = TestLoop.of(look.body((text, context) -> {
                    clock.advance(Duration.ofMinutes(2));
                    return Outcome.returned();
                }))
                .with(Budget.UNLIMITED.withTime(Duration.ofMinutes(10)));
        Model busy = request -> {
            throw new ModelUnavailableException(new ModelInfo("acme", "m", "localhost", 443), "busy", 503, null, null);
        };
        Runner offline =
                DeskRunners.builder(loop, busy).store(store).clock(clock).build();
        assertThrows(DriveException.class, () -> offline.start("t1", "go"));
        clock.advance(Duration.ofHours(12));
        Runner online = DeskRunners.builder(loop, ScriptedModel.of(looking("a"), ModelReply.text("done")))
                .store(store)
                .clock(clock)
                .build();

        AgentThread thread = online.resume("t1");

        assertEquals("done", ((Event.ModelReplied) thread.last()).text());
        assertEquals(Duration.ofMinutes(2), thread.usage().time());
    }

    @Test
    void timeIsSpentInSteps() {
        ManualClock clock = new ManualClock();
        TestLoop loop = TestLoop.of(look.body((text, context) -> {
                    clock.advance(Duration.ofMinutes(6));
                    return Outcome.returned();
                }))
                .with(Budget.UNLIMITED.withTime(Duration.ofMinutes(10)));
        Runner runner = DeskRunners.builder(loop, ScriptedModel.of(looking("a"), looking("b")))
                .store(new InMemoryThreadStore())
                .clock(clock)
                .build();

        AgentThread thread = runner.start("t1", "go");

        assertInstanceOf(Event.PersonAsked.class, thread.last());
        assertEquals(Duration.ofMinutes(12), thread.usage().time());
    }

    @Test
    void declaredFailuresDoNotStopTheThread() {
        TestStep pay = TestStep.named("pay").body((text, context) -> Outcome.failed(new Exception("Card declined")));
        List<ModelReply> replies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            replies.add(ModelReply.calls(pay.call("c" + i, "x")));
        }
        replies.add(ModelReply.text("Do you have another card?"));
        ScriptedRun run = ScriptedRun.of(TestLoop.of(pay), replies.toArray(ModelReply[]::new));

        AgentThread thread = run.start();

        assertEquals(10, events(thread, Event.StepFailed.class).size());
        assertEquals(ThreadStatus.WAITING, thread.status());
    }

    @Test
    void inventedToolsStopTheThread() {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(look),
                ModelReply.call("a", "nope", "{}"),
                ModelReply.call("b", "nope", "{}"),
                ModelReply.call("c", "nope", "{}"));

        AgentThread thread = run.start();

        assertTrue(kinds(thread).contains("Stopped"));
        assertEquals(StopCause.FAILURES, ((Event.Stopped) thread.end().orElseThrow()).cause());
    }

    /** A clock that a test advances. */
    private static final class ManualClock extends Clock {

        private Instant now = Instant.parse("2026-01-31T12:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
