package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of the execution of threads inside an engine, which can lose any result of it. */
class ThreadDriverTest extends TeamFixture {

    private final List<String> effects = new ArrayList<>();
    private final TestStep pay = TestStep.named("pay")
            .effect(Effect.DESTRUCTIVE)
            .gate((text, thread) -> Verdict.proceed())
            .body((text, context) -> paid(context.idempotencyKey()));
    private final TestStep read = TestStep.named("read").effect(Effect.READ).body((text, context) -> paid(text));

    private Outcome paid(String effect) {
        effects.add(effect);
        return new Outcome.Returned("\"ok\"");
    }

    private MemoryEngine engine(TeamLoop first, TeamLoop... more) {
        return new MemoryEngine(store, runner(first, more));
    }

    private Runner on(MemoryEngine engine, TeamLoop first, TeamLoop... more) {
        return Runner.of(first, more)
                .model(model)
                .store(engine)
                .ids(() -> "t1")
                .clock(DeskRunners.CLOCK)
                .build();
    }

    /** Returns an engine that loses the first outcome of a step. */
    private MemoryEngine losingFirstOutcome(TeamLoop loop) {
        AtomicBoolean lost = new AtomicBoolean();
        return engine(loop).losing(advance -> effects.size() == 1 && lost.compareAndSet(false, true));
    }

    private AgentThread ended(MemoryEngine engine, TeamLoop first, TeamLoop... more) {
        AgentThread unused = on(engine, first, more).start("order A-1");
        engine.run();
        return stored();
    }

    @Test
    void startOnAnEngineOnlyStoresTheThread() {
        leadHandsOver();

        AgentThread started = on(engine(lead, aide), lead, aide).start("order A-1");

        assertEquals(1, started.events().size());
    }

    @Test
    void engineRecordsTheEventsOfTheRunner() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        AgentThread unused = runner(lead, aide).start("order A-1");
        List<String> expected = kinds(stored());
        boolean deleted = store.delete("t1") && store.delete(started(unused));

        AgentThread ended = ended(engine(lead, aide), lead, aide);

        assertTrue(deleted);
        assertEquals(expected, kinds(ended));
    }

    private static String started(AgentThread parent) {
        return events(parent, DelegateStarted.class).get(0).threadId();
    }

    @TestFactory
    Stream<DynamicTest> lostResultDoesNotChangeTheEnd() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
        MemoryEngine whole = engine(lead, aide);
        List<Event> expected = ScriptedRun.withoutRestarts(ended(whole, lead, aide));
        return IntStream.range(0, whole.advances())
                .mapToObj(lost -> DynamicTest.dynamicTest("result " + lost, () -> {
                    boolean deleted = store.delete(started(stored())) && store.delete("t1");
                    MemoryEngine engine = engine(lead, aide).losing(advance -> advance == lost);

                    assertTrue(deleted);
                    assertEquals(expected, ScriptedRun.withoutRestarts(ended(engine, lead, aide)));
                }));
    }

    @Test
    void destructiveStepWithLostOutcomeDoesNotRunAgain() {
        TeamLoop loop = TeamLoop.of("Lead", pay, close);
        model.script("Lead", ModelReply.calls(pay.call("c1", "100")), ModelReply.calls(close.call("c2", "ok")));
        AgentThread thread = ended(losingFirstOutcome(loop), loop);

        assertEquals(1, effects.size());
        assertEquals(
                List.of(Standing.Kind.DECISION),
                standing(thread.id()).questions().stream()
                        .map(Standing.Question::kind)
                        .toList());
    }

    @Test
    void readStepWithLostOutcomeRunsAgain() {
        TeamLoop loop = TeamLoop.of("Lead", read, close);
        model.script("Lead", ModelReply.calls(read.call("c1", "x")), ModelReply.calls(close.call("c2", "ok")));
        AgentThread thread = ended(losingFirstOutcome(loop), loop);

        assertEquals(
                List.of(1, 2),
                events(thread, Event.StepStarted.class).stream()
                        .filter(start -> start.callId().equals("c1"))
                        .map(Event.StepStarted::attempt)
                        .toList());
    }

    @Test
    void timeoutOfAReadKeepsEarlierOutcomes() {
        AtomicBoolean blocks = new AtomicBoolean(true);
        TestStep slow = TestStep.named("slow").effect(Effect.READ).body((text, context) -> {
            if (blocks.getAndSet(false)) {
                new CountDownLatch(1).await(); // until the timeout interrupts it
            }
            return paid(text);
        });
        TeamLoop loop = TeamLoop.of("Lead", read, slow, close);
        model.script(
                "Lead",
                ModelReply.calls(read.call("c1", "x"), slow.call("c2", "y")),
                ModelReply.calls(close.call("c3", "ok")));
        Runner timed = Runner.of(loop)
                .model(model)
                .stepTimeout(Duration.ofMillis(200))
                .clock(DeskRunners.CLOCK)
                .build();

        AgentThread thread = ended(new MemoryEngine(store, timed), loop);

        assertEquals(
                List.of("c1", "c2", "c2", "c3"),
                events(thread, Event.StepStarted.class).stream()
                        .map(Event.StepStarted::callId)
                        .toList());
    }

    @Test
    void permanentFailureOfARequestIsLogged() {
        TeamLoop loop = TeamLoop.of("Lead", close);
        Model refusing = request -> {
            throw new RequestRejectedException(ModelInfo.UNKNOWN, "no such model", 404, "");
        };
        Runner runner = Runner.of(loop).model(refusing).clock(DeskRunners.CLOCK).build();

        try (RecordedLog log = RecordedLog.of(ThreadDriver.class)) {
            AgentThread thread = ended(new MemoryEngine(store, runner), loop);

            assertEquals(
                    events(thread, RequestFailed.class).size(), log.entries().size());
        }
    }

    @Test
    void resumeKeepsTheOpenQuestions() {
        TeamLoop loop = TeamLoop.of("Lead", risky, close);
        model.script("Lead", ModelReply.calls(risky.call("c1", "x")), ModelReply.calls(close.call("c2", "ok")));
        MemoryEngine engine = engine(loop);
        Standing waiting = standing(ended(engine, loop).id());

        AgentThread unused = on(engine, loop).resume("t1");

        assertEquals(waiting.questions(), standing("t1").questions());
    }

    @Test
    void wakeKeepsQuestionsAfterAnUnknownOutcome() {
        TeamLoop loop = TeamLoop.of("Lead", pay, risky, close);
        model.script(
                "Lead",
                ModelReply.calls(pay.call("c1", "100"), risky.call("c2", "x")),
                ModelReply.calls(close.call("c3", "ok")));
        MemoryEngine engine = losingFirstOutcome(loop);
        Standing waiting = standing(ended(engine, loop).id());

        assertEquals(2, waiting.questions().size());
        assertEquals(waiting.questions(), ThreadStanding.woken(store, stored()).questions());
    }

    @Test
    void resumeOfAnEndedThreadDoesNotBeginIt() {
        TeamLoop loop = TeamLoop.of("Lead", close);
        model.script("Lead", ModelReply.calls(close.call("c1", "ok")));
        MemoryEngine engine = engine(loop);
        Standing finished = standing(ended(engine, loop).id());

        AgentThread unused = on(engine, loop).resume("t1");

        assertEquals(finished, standing("t1"));
    }

    @Test
    void repeatedFailureParksTheThread() {
        try (RecordedLog log = RecordedLog.of(ThreadDriver.class)) {
            MemoryEngine engine = engine(TeamLoop.of("Lead", close));
            AgentThread unused =
                    ended(engine, TeamLoop.of("Other", close)); // of an agent that the engine does not know

            assertEquals(10, engine.failure("t1").failures());
            assertTrue(engine.failure("t1").delay().isEmpty());
            assertEquals(10, log.entries().size());
        }
    }

    @Test
    void endOfAThreadDoesNotRequireItsAgent() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("d1", "x")));
        MemoryEngine engine = engine(lead, aide);
        AgentThread waiting = ended(engine, lead, aide);

        AgentThread unused = ThreadInbox.of(engine).cancel(waiting.id(), "not required");
        engine.run(runner(aide));

        assertTrue(child().hasEnded());
        assertEquals(Standing.of(Standing.Phase.STOPPED), standing("t1"));
    }

    @Test
    void newReleaseRecordsItsVersions() {
        TeamLoop loop = TeamLoop.of("Lead", risky, close);
        model.script("Lead", ModelReply.calls(risky.call("c1", "x")), ModelReply.calls(close.call("c2", "ok")));
        MemoryEngine engine = engine(loop);
        AgentThread waiting = ended(engine, loop);

        AgentThread approved = on(engine, loop).approve(waiting.id(), "c1", ALICE);
        engine.run(runner(TeamLoop.of("Lead", risky, note, close)));

        assertEquals(
                1,
                events(store.load(approved.id()).orElseThrow(), AgentUpdated.class)
                        .size());
    }

    @Test
    void runnerOfAnotherTypeIsRejected() {
        Runner proxy = (Runner) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Runner.class}, (self, method, arguments) -> null);

        assertTrue(assertThrows(IllegalArgumentException.class, () -> ThreadDriver.of(proxy))
                .getMessage()
                .contains("Runner.of"));
    }
}
