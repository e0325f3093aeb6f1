package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.UnknownOutcomeException;
import dev.escapement.Verdict;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the recovery from a step whose outcome is unknown, by effect and by the kind of fault. */
class UnknownOutcomeTest {

    private final List<String> ledger = new ArrayList<>();
    private RecordedLog log;

    @BeforeEach
    void recordLog() {
        log = RecordedLog.of(AgentInvoker.class);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    /** Returns a step that has its effect and then throws. */
    private TestStep throwing(Effect effect, Throwable thrown) {
        TestStep step = TestStep.named("pay").effect(effect).body((text, context) -> {
            ledger.add(context.idempotencyKey());
            throw sneaky(thrown);
        });
        return effect == Effect.DESTRUCTIVE ? step.gate((text, thread) -> Verdict.proceed()) : step;
    }

    private static RuntimeException sneaky(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }

    private static Call pay(String id) {
        return TestStep.named("pay").call(id, "100");
    }

    static Stream<Throwable> undeclared() {
        return Stream.of(
                new UncheckedIOException(new SocketTimeoutException("Read timed out")),
                new IllegalStateException("defect"),
                new StackOverflowError(),
                new AssertionError("defect"),
                new NoClassDefFoundError("lib/Missing"),
                new OutOfMemoryError("simulated"),
                new UnknownOutcomeException("no response", null));
    }

    @ParameterizedTest
    @MethodSource("undeclared")
    void destructiveStepThatThrowsWaitsForAPerson(Throwable thrown) {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(throwing(Effect.DESTRUCTIVE, thrown)),
                ModelReply.calls(pay("a")),
                ModelReply.text("never"));

        AgentThread thread = run.start();
        AgentThread again = run.runner().resume("t1");

        assertEquals(new Command.AwaitDecision(pay("a"), "t1/1/a"), run.next());
        assertEquals(List.of("t1/1/a"), ledger);
        assertEquals(List.of("ModelReplied", "GatePassed", "StepStarted", "StepInDoubt"), kinds(thread));
        assertEquals(thread, again);
        assertEquals(
                thrown.getClass().getName(),
                events(thread, Event.StepInDoubt.class).get(0).exception());
    }

    @ParameterizedTest
    @MethodSource("undeclared")
    void writeThatThrowsMayHaveTakenEffect(Throwable thrown) {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(throwing(Effect.WRITE, thrown)), ModelReply.calls(pay("a")), ModelReply.text("I see."));

        AgentThread thread = run.start();

        assertEquals(List.of("t1/1/a"), ledger);
        Event.StepFailed failed = events(thread, Event.StepFailed.class).get(0);
        assertTrue(failed.mayHaveTakenEffect());
        assertFalse(failed.declared());
        assertEquals(ModelMessages.mayHaveTakenEffect("t1/1/a"), failed.message());
    }

    /** The outcome is recorded although the cause of the exception cannot be read, or the logger throws. */
    @Test
    void failureToLogDoesNotRepeatTheStep() {
        Exception withoutCause = new IllegalStateException("defect") {
            @Override
            public synchronized Throwable getCause() {
                throw new UnsupportedOperationException("cause");
            }
        };
        Logger logger = Logger.getLogger(AgentInvoker.class.getName());
        for (Exception thrown : List.of(withoutCause, new IllegalStateException("defect"))) {
            ledger.clear();
            logger.setFilter(entry -> {
                throw new UncheckedIOException(new IOException("disk full"));
            });
            ScriptedRun run = ScriptedRun.of(
                    TestLoop.of(throwing(Effect.WRITE, thrown)), ModelReply.calls(pay("a")), ModelReply.text("I see."));

            AgentThread thread = run.start();

            assertEquals(List.of("t1/1/a"), ledger);
            assertTrue(events(thread, Event.StepFailed.class).get(0).mayHaveTakenEffect());
        }
    }

    @ParameterizedTest
    @MethodSource("undeclared")
    void idempotentStepThatThrowsRunsThreeTimes(Throwable thrown) {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(throwing(Effect.IDEMPOTENT, thrown)),
                ModelReply.calls(pay("a")),
                ModelReply.text("I see."));

        AgentThread thread = run.start();

        assertEquals(List.of("t1/1/a", "t1/1/a", "t1/1/a"), ledger);
        assertEquals(
                List.of(1, 2, 3),
                events(thread, Event.StepStarted.class).stream()
                        .map(Event.StepStarted::attempt)
                        .toList());
        assertTrue(events(thread, Event.StepFailed.class).get(0).mayHaveTakenEffect());
    }

    @ParameterizedTest
    @MethodSource("undeclared")
    void readThatThrowsIsAnsweredAsFailed(Throwable thrown) {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(throwing(Effect.READ, thrown)), ModelReply.calls(pay("a")), ModelReply.text("I see."));

        AgentThread thread = run.start();

        assertEquals(1, ledger.size());
        Event.StepFailed failed = events(thread, Event.StepFailed.class).get(0);
        assertEquals(ModelMessages.stepFailed("t1/1/a"), failed.message());
        assertFalse(failed.mayHaveTakenEffect());
    }

    @Test
    void specifiedAttemptsApplyToExceptions() {
        TestStep step = throwing(Effect.WRITE, new IllegalStateException()).attempts(2);

        ScriptedRun.of(TestLoop.of(step), ModelReply.calls(pay("a")), ModelReply.text("I see."))
                .start();

        assertEquals(List.of("t1/1/a", "t1/1/a"), ledger);
    }

    static Stream<Throwable> declaredButUnknown() {
        return Stream.of(
                new IOException("reset"),
                new SocketTimeoutException("Read timed out"),
                new SQLTransientConnectionException("gone"),
                new TimeoutException(),
                new Exception("mapped", new IOException("reset")),
                new AssertionError("the amounts differ"),
                new UnknownOutcomeException("no response", null));
    }

    @ParameterizedTest
    @MethodSource("declaredButUnknown")
    void declaredTransportFaultIsUnknown(Throwable declared) {
        TestStep step = TestStep.named("pay")
                .effect(Effect.DESTRUCTIVE)
                .gate((text, thread) -> Verdict.proceed())
                .body((text, context) -> Outcome.failed(declared));
        ScriptedRun run = ScriptedRun.of(TestLoop.of(step), ModelReply.calls(pay("a")));

        run.start();

        assertInstanceOf(Command.AwaitDecision.class, run.next());
    }

    @Test
    void declaredExceptionHadNoEffect() {
        TestStep step = TestStep.named("pay")
                .effect(Effect.DESTRUCTIVE)
                .gate((text, thread) -> Verdict.proceed())
                .body((text, context) -> Outcome.failed(new Exception("Card declined")));
        ScriptedRun run = ScriptedRun.of(TestLoop.of(step), ModelReply.calls(pay("a")), ModelReply.text("I see."));

        AgentThread thread = run.start();

        assertEquals(
                new Event.StepFailed(DeskRunners.AT, "a", "Card declined", true),
                events(thread, Event.CallAnswer.class).get(0));
    }

    @Test
    void equalCallAfterADoubtfulWriteKeepsTheKey() {
        List<String> keys = new ArrayList<>();
        TestStep step = TestStep.named("pay").body((text, context) -> {
            keys.add(context.idempotencyKey());
            if (keys.size() == 1) {
                throw new IllegalStateException("unclear");
            }
            return Outcome.returned();
        });
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(step),
                ModelReply.calls(pay("a")),
                ModelReply.calls(step.call("b", "200")),
                ModelReply.calls(new Call("c", "pay", "{ \"text\" : \"100\" }")),
                ModelReply.calls(pay("d")),
                ModelReply.text("done"));

        run.start();

        assertEquals(List.of("t1/1/a", "t1/2/b", "t1/1/a", "t1/4/d"), keys);
    }

    @Test
    void keyIsKeptWhileTheOutcomeStaysUnknown() {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(throwing(Effect.WRITE, new IllegalStateException())),
                ModelReply.calls(pay("a")),
                ModelReply.calls(pay("b")),
                ModelReply.text("done"));

        run.start();

        assertEquals(List.of("t1/1/a", "t1/1/a"), ledger);
    }

    /** A step that crashes its process leaves only its start. */
    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"READ", "IDEMPOTENT", "WRITE"})
    void stepThatAlwaysKillsTheProcessRunsThreeTimes(Effect effect) {
        ScriptedRun run = killedInStep(effect, 5);

        assertEquals(3, ledger.size());
        assertEquals(3, events(run.stored(), Event.StepStarted.class).size());
        if (effect == Effect.WRITE) {
            assertEquals(new Command.AwaitDecision(pay("a"), "t1/1/a"), run.next());
        } else {
            assertEquals(
                    effect == Effect.IDEMPOTENT,
                    events(run.stored(), Event.StepFailed.class).get(0).mayHaveTakenEffect());
        }
    }

    @Test
    void destructiveStepThatKillsTheProcessRunsOnce() {
        ScriptedRun run = killedInStep(Effect.DESTRUCTIVE, 3);

        assertEquals(1, ledger.size());
        assertInstanceOf(Command.AwaitDecision.class, run.next());
    }

    @Test
    void personResolvesAWriteThatKillsTheProcess() {
        ScriptedRun run = killedInStep(Effect.WRITE, 5);

        AgentThread thread = run.another(run.loop(), ModelReply.text("I see."))
                .runner()
                .answer("t1", "a", ALICE, new Answer.Returned("\"It was paid.\""));

        assertEquals(3, ledger.size());
        assertEquals(1, events(thread, AnsweredByPerson.class).size());
        assertInstanceOf(Command.AwaitMessage.class, run.loopAt(thread));
    }

    @Test
    void stricterOfTheRecordedAndTheCurrentEffectApplies() {
        for (List<Effect> effects : List.of(
                List.of(Effect.WRITE, Effect.DESTRUCTIVE),
                List.of(Effect.DESTRUCTIVE, Effect.READ),
                List.of(Effect.READ, Effect.DESTRUCTIVE))) {
            ledger.clear();
            ScriptedRun first = killedInStep(effects.get(0), 1);
            TestStep current = TestStep.named("pay").effect(effects.get(1)).gate((text, thread) -> Verdict.proceed());

            ScriptedRun other = first.another(TestLoop.of(current));
            other.runner().resume("t1");

            assertInstanceOf(Command.AwaitDecision.class, other.next(), effects::toString);
        }
    }

    /** Runs and resumes a thread in processes that are killed within its step. */
    private ScriptedRun killedInStep(Effect effect, int processes) {
        LostOutcomes store = new LostOutcomes(new InMemoryThreadStore());
        TestStep step = TestStep.named("pay").effect(effect).body((text, context) -> {
            ledger.add(context.idempotencyKey());
            return Outcome.returned();
        });
        TestLoop loop =
                TestLoop.of(effect == Effect.DESTRUCTIVE ? step.gate((text, thread) -> Verdict.proceed()) : step);
        ScriptedRun run = ScriptedRun.of(loop, ModelReply.calls(pay("a")), ModelReply.text("I see."))
                .on(store);
        assertThrows(LostOutcomes.Killed.class, run::start);
        for (int i = 1; i < processes; i++) {
            try {
                run.runner().resume("t1");
            } catch (LostOutcomes.Killed expected) {
                // the process was killed again
            }
        }
        return run;
    }
}
