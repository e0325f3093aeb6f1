package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.BOB;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static dev.escapement.run.ScriptedRun.upTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.run.NotWaitingException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests of rule 3: the start of a step is recorded before it runs, with an idempotency key that is constant over
 * attempts. If a crash loses the outcome, READ, IDEMPOTENT and WRITE steps run again, and a DESTRUCTIVE step waits for
 * a person.
 */
class WriteAheadTest {

    private final List<StepContext> runs = new ArrayList<>();
    private final LostOutcomes store = new LostOutcomes(new InMemoryThreadStore());

    private final TestStep work = TestStep.named("work").body(this::run);
    private final TestStep destructive = work.effect(Effect.DESTRUCTIVE);
    private final Call call = work.call("c1", "x");
    private final StepContext context = new StepContext("t1", "c1", "t1/1/c1");

    private Outcome run(String text, StepContext told) {
        runs.add(told);
        return Outcome.returned();
    }

    /** Returns a thread whose process crashed before the outcome of the step was stored. */
    private ScriptedRun crashed(TestStep step) {
        return crashed(step, "t1");
    }

    private ScriptedRun crashed(TestStep step, String id) {
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(step), ModelReply.calls(call), ModelReply.text("done"))
                .on(store);
        crashes(() -> trial.runner().start(id, "go"));
        return trial;
    }

    private void crashes(Executable drive) {
        store.loseNextOf("c1");
        assertThrows(LostOutcomes.Killed.class, drive);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRANSACTIONAL") // no store supports it
    void startIsRecordedBeforeTheStepRuns(Effect effect) {
        ScriptedRun trial = crashed(work.effect(effect));

        assertEquals(
                new Event.StepStarted(DeskRunners.AT, "c1", effect, "t1/1/c1", 1, "returns"),
                trial.stored().last());
    }

    @Test
    void stepReceivesItsKey() {
        crashed(work);

        assertEquals(List.of(context), runs);
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "IDEMPOTENT", "WRITE"})
    void crashedStepRerunsWithTheSameKey(Effect effect) {
        ScriptedRun trial = crashed(work.effect(effect));

        AgentThread thread = trial.runner().resume("t1");

        assertEquals(List.of(context, context), runs);
        assertEquals(
                List.of("ModelReplied", "StepStarted", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "IDEMPOTENT", "WRITE"})
    void keyIsConstantOverAllAttempts(Effect effect) {
        ScriptedRun trial = crashed(work.effect(effect));
        crashes(() -> trial.runner().resume("t1"));

        AgentThread thread = trial.runner().resume("t1");

        assertEquals(Collections.nCopies(3, context), runs);
        assertEquals(
                List.of(1, 2, 3),
                events(thread, Event.StepStarted.class).stream()
                        .map(Event.StepStarted::attempt)
                        .toList());
    }

    /** Returns a thread after three crashes in a step. */
    private ScriptedRun crashedThreeTimes(Effect effect) {
        ScriptedRun trial = crashed(work.effect(effect));
        for (int attempt = 2; attempt <= 3; attempt++) {
            crashes(() -> trial.runner().resume("t1"));
        }
        return trial;
    }

    @Test
    void readFailsAfterThreeCrashes() {
        AgentThread thread = crashedThreeTimes(Effect.READ).runner().resume("t1");

        assertEquals(3, runs.size());
        assertEquals(
                List.of(new Event.StepFailed(
                        DeskRunners.AT, "c1", ModelMessages.stepFailed("t1/1/c1"), false, false, Duration.ZERO)),
                events(thread, Event.CallAnswer.class));
    }

    @Test
    void idempotentStepIsDoubtfulAfterThreeCrashes() {
        AgentThread thread = crashedThreeTimes(Effect.IDEMPOTENT).runner().resume("t1");

        assertEquals(3, runs.size());
        assertEquals(
                List.of(new Event.StepFailed(
                        DeskRunners.AT, "c1", ModelMessages.mayHaveTakenEffect("t1/1/c1"), false, true, Duration.ZERO)),
                events(thread, Event.CallAnswer.class));
    }

    @Test
    void writeWaitsAfterThreeCrashes() {
        ScriptedRun trial = crashedThreeTimes(Effect.WRITE);

        trial.runner().resume("t1");

        assertEquals(3, runs.size());
        assertEquals(new Command.AwaitDecision(call, "t1/1/c1"), trial.next());
    }

    @Test
    void currentDestructiveEffectPreventsARerun() {
        ScriptedRun other = crashed(work).another(TestLoop.of(destructive));

        other.runner().resume("t1");

        assertEquals(1, runs.size());
        assertEquals(new Command.AwaitDecision(call, "t1/1/c1"), other.next());
    }

    @Test
    void afterACrashADestructiveStepWaitsForAPerson() {
        ScriptedRun trial = crashed(destructive);
        AgentThread before = trial.stored();

        AgentThread thread = trial.runner().resume("t1");

        assertEquals(before, thread);
        assertEquals(List.of(context), runs);
        assertEquals(new Command.AwaitDecision(call, "t1/1/c1"), trial.next());
    }

    @Test
    void recordedDestructiveEffectPreventsARerun() {
        ScriptedRun other = crashed(destructive).another(TestLoop.of(work));

        other.runner().resume("t1");

        assertEquals(new Command.AwaitDecision(call, "t1/1/c1"), other.next());
    }

    @Test
    void answerOfAPersonReplacesTheResult() {
        ScriptedRun trial = crashed(destructive);

        AgentThread thread =
                trial.runner().answer("t1", "c1", ALICE, new Answer.Returned("\"The bank says it was paid.\""));

        assertEquals(List.of(context), runs);
        assertEquals(
                List.of(new AnsweredByPerson(
                        DeskRunners.AT, "c1", "alice", new Answer.Returned("\"The bank says it was paid.\""), "")),
                events(thread, AnsweredByPerson.class));
        assertEquals(new Message.ToolAnswer("c1", "The bank says it was paid.", false), trial.answer("c1"));
    }

    @Test
    void permittedRerunKeepsTheKey() {
        ScriptedRun trial = crashed(destructive);

        AgentThread thread = trial.runner().answer("t1", "c1", ALICE, new Answer.RunAgain());

        assertEquals(List.of(context, context), runs);
        assertEquals(
                List.of(
                        new Event.StepStarted(DeskRunners.AT, "c1", Effect.DESTRUCTIVE, "t1/1/c1", 1, "returns"),
                        new Event.StepStarted(DeskRunners.AT, "c1", Effect.DESTRUCTIVE, "t1/1/c1", 1, "returns")),
                events(thread, Event.StepStarted.class));
        assertEquals(
                List.of(
                        "ModelReplied",
                        "StepStarted",
                        "AnsweredByPerson",
                        "StepStarted",
                        "StepReturned",
                        "ModelReplied"),
                kinds(thread));
    }

    @Test
    void crashOfAPermittedRerunWaitsAgain() {
        ScriptedRun trial = crashed(destructive);
        crashes(() -> trial.runner().answer("t1", "c1", ALICE, new Answer.RunAgain()));

        trial.runner().resume("t1");

        assertEquals(2, runs.size());
        assertEquals(new Command.AwaitDecision(call, "t1/1/c1"), trial.next());
    }

    @Test
    void crashBeforeAPermittedRerunRunsItOnce() {
        ScriptedRun trial = crashed(destructive);
        AgentThread whole = trial.runner().answer("t1", "c1", ALICE, new Answer.RunAgain());
        runs.clear();

        ScriptedRun other = ScriptedRun.after(
                upTo(whole, AnsweredByPerson.class), TestLoop.of(destructive), ModelReply.text("done"));
        other.runner().resume("t1");

        assertEquals(List.of(context), runs);
        assertEquals(whole, other.stored());
    }

    @Test
    void rerunCountsAsOneStepOfTheBudget() {
        TestStep close = TestStep.named("close").finishes();
        TestLoop loop = TestLoop.of(destructive, close).with(Budget.UNLIMITED.withSteps(2));
        ScriptedRun trial = ScriptedRun.of(loop, ModelReply.calls(call), ModelReply.calls(close.call("c2", "x")))
                .on(store);
        crashes(trial::start);

        AgentThread thread = trial.runner().answer("t1", "c1", ALICE, new Answer.RunAgain());

        assertEquals(List.of(context, context), runs);
        assertInstanceOf(Event.Finished.class, thread.last());
    }

    @Test
    void twoDecisionsAboutOneDoubtAreOne() {
        ScriptedRun trial = crashed(destructive);
        AgentThread answered = trial.runner().answer("t1", "c1", ALICE, new Answer.Returned("\"It was paid.\""));

        NotWaitingException told = assertThrows(
                NotWaitingException.class, () -> trial.runner().answer("t1", "c1", BOB, new Answer.RunAgain()));

        assertEquals(Optional.of("c1"), told.callId());
        assertEquals(Reason.DECIDED, told.reason());
        assertEquals(answered, trial.stored());
        assertEquals(List.of(context), runs);
    }

    /** The step is running, so its outcome is not in doubt. */
    @Test
    void nothingIsDecidedAboutAStepThatIsRunning() {
        AtomicReference<ScriptedRun> trial = new AtomicReference<>();
        List<NotWaitingException> told = new ArrayList<>();
        TestStep running = destructive.body((text, context) -> {
            Runner other = trial.get().with(builder -> builder).runner();
            for (Executable decision : List.<Executable>of(
                    () -> other.answer("t1", "c1", ALICE, new Answer.RunAgain()),
                    () -> other.answer("t1", "c1", ALICE, new Answer.Returned("\"done\"")))) {
                told.add(assertThrows(NotWaitingException.class, decision));
            }
            return Outcome.returned();
        });
        trial.set(ScriptedRun.of(TestLoop.of(running), ModelReply.calls(call), ModelReply.text("done")));

        AgentThread thread = trial.get().start();

        assertEquals(
                List.of(Reason.DRIVEN, Reason.DRIVEN),
                told.stream().map(NotWaitingException::reason).toList());
        assertEquals(Optional.of("c1"), told.get(0).callId());
        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
    }

    @Test
    void resultCannotReplaceASelectionOrAnEnd() {
        for (TestStep step : List.of(destructive.selects(work), destructive.finishes())) {
            String id = step.flow().name();
            ScriptedRun trial = crashed(step.body(this::run), id);
            AgentThread before = store.load(id).orElseThrow();

            InvalidInputException told = assertThrows(
                    InvalidInputException.class,
                    () -> trial.runner().answer(id, "c1", ALICE, new Answer.Returned("\"It was done.\"")));

            assertEquals(InvalidInputException.Reason.ANSWER_NOT_PERMITTED, told.reason());
            assertEquals("c1", told.callId());
            assertEquals(before, store.load(id).orElseThrow());
        }
    }

    @Test
    void answerReplacesTheReplyToADoubtfulPause() {
        ScriptedRun trial = crashed(destructive.pauses().body(this::run));

        trial.runner().answer("t1", "c1", ALICE, new Answer.Returned("\"Yes.\""));

        assertEquals(new Message.ToolAnswer("c1", "Yes.", false), trial.answer("c1"));
    }

    @Test
    void approvalDoesNotResolveADoubt() {
        ScriptedRun trial = crashed(destructive);

        NotWaitingException told =
                assertThrows(NotWaitingException.class, () -> trial.runner().approve("t1", "c1", ALICE));

        assertEquals(Optional.of("c1"), told.callId());
        assertEquals(Reason.WAITING_FOR_OTHER, told.reason());
    }

    @Test
    void approvedStepIsNotReviewedAgainAfterACrash() {
        ScriptedRun trial = ScriptedRun.of(
                        TestLoop.of(work.asking("Run it?")), ModelReply.calls(call), ModelReply.text("done"))
                .on(store);
        trial.start();
        crashes(() -> trial.runner().approve("t1", "c1", ALICE));

        AgentThread thread = trial.runner().resume("t1");

        assertEquals(List.of(context, context), runs);
        assertEquals(1, events(thread, Event.ApprovalAsked.class).size());
        assertEquals(1, events(thread, Event.GatePassed.class).size());
    }

    @Test
    void removedWriteStepWaitsForAPerson() {
        ScriptedRun other = crashed(work).another(TestLoop.of(TestStep.named("other")));

        other.runner().resume("t1");

        assertEquals(new Command.AwaitDecision(call, "t1/1/c1"), other.next());
    }

    @Test
    void removedReadStepFails() {
        ScriptedRun other = crashed(work.effect(Effect.READ))
                .another(TestLoop.of(TestStep.named("other")), ModelReply.text("I see."));

        AgentThread thread = other.runner().resume("t1");

        assertEquals(
                List.of(new Event.StepFailed(
                        DeskRunners.AT, "c1", ModelMessages.stepFailed("t1/1/c1"), false, false, Duration.ZERO)),
                events(thread, Event.CallAnswer.class));
    }

    @Test
    void twoCallsHaveTwoKeysEvenIfTheyAskForTheSame() {
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(work),
                ModelReply.calls(call, work.call("c2", "x")),
                ModelReply.calls(call),
                ModelReply.text("done"));

        trial.start();

        assertEquals(
                List.of("t1/1/c1", "t1/1/c2", "t1/2/c1-2"),
                runs.stream().map(StepContext::idempotencyKey).toList());
    }
}
