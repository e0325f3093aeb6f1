package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static dev.escapement.run.ScriptedRun.upTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.internal.text.StopMessages;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.ToolSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Tests of rules 7 and 11: steps, model calls and time of a turn, and tokens and cost of a thread, are limited and
 * counted from the events. The last request offers only finishing tools and informs the model; the last step is
 * reserved for one that finishes.
 */
class BudgetTest {

    private static final TestStep WORK = TestStep.named("work");
    private static final TestStep CLOSE = TestStep.named("close").finishes();
    private static final ModelReply WORKS = ModelReply.calls(WORK.call("c1", "x"));
    private static final ModelReply CLOSES = ModelReply.calls(CLOSE.call("c9", "x"));

    private static TestLoop with(UnaryOperator<Budget> limits) {
        return TestLoop.of(WORK, CLOSE).with(limits.apply(Budget.UNLIMITED));
    }

    private static ModelReply priced(long tokens, String cost) {
        return new ModelReply("", List.of(WORK.call("c1", "x")), new Usage(tokens - 1, 1, 0, new BigDecimal(cost)));
    }

    private static void assertStopped(String reason, AgentThread thread) {
        assertEquals(new Event.Stopped(DeskRunners.AT, "", StopCause.BUDGET, reason), thread.last());
    }

    /** Asserts that the turn has ended, so that the thread waits for a message. */
    private static void assertTurnEnded(String reason, ScriptedRun trial) {
        assertEquals(
                StopMessages.turnSpent(reason),
                assertInstanceOf(Event.PersonAsked.class, trial.stored().last()).question());
        assertEquals(new Command.AwaitMessage(), trial.next());
    }

    @Test
    void usedUpRequestsEndTheTurn() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withModelCalls(2)), WORKS, WORKS);

        trial.start();

        assertTurnEnded(StopMessages.requestsUsedUp(2), trial);
        assertEquals(2, trial.model().requests().size());
    }

    @Test
    void usedUpStepsEndTheTurn() {
        TestStep chain = TestStep.named("chain").selects(WORK);
        TestLoop loop = TestLoop.of(WORK, CLOSE, chain).with(Budget.UNLIMITED.withSteps(2));
        ScriptedRun trial = ScriptedRun.of(loop, ModelReply.calls(chain.call("c1", "x")));

        trial.start();

        assertTurnEnded(StopMessages.stepsUsedUp(2), trial);
        assertEquals(2, events(trial.stored(), Event.StepStarted.class).size());
    }

    @Test
    void usedUpTokensStopTheThread() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withTokens(100)), priced(60, "0"), priced(40, "0"));

        assertStopped(StopMessages.tokensUsedUp(100), trial.start());
    }

    @Test
    void usedUpCostStopsTheThread() {
        ScriptedRun trial = ScriptedRun.of(
                with(budget -> budget.withCost(new BigDecimal("0.50"))), priced(9, "0.25"), priced(9, "0.2500"));

        assertStopped(StopMessages.costUsedUp(new BigDecimal("0.50")), trial.start());
    }

    @Test
    void usedUpTimeEndsTheTurn() {
        TickingClock clock = new TickingClock(DeskRunners.AT, Duration.ofMinutes(1)); // a minute per reply and per step
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withTime(Duration.ofMinutes(4))), WORKS, WORKS)
                .with(builder -> builder.clock(clock));

        trial.start();

        assertTurnEnded(StopMessages.timeUsedUp(Duration.ofMinutes(4)), trial);
        assertEquals(Duration.ofMinutes(4), trial.stored().usage().time());
    }

    @Test
    void timeIsTheSumOfRecordedDurations() {
        Instant later = DeskRunners.AT.plus(Duration.ofDays(3)); // a person decided meanwhile
        Event reply = new Event.ModelReplied(
                DeskRunners.AT,
                "",
                WORKS.calls(),
                Usage.NONE,
                StopReason.COMPLETE,
                ReplyProvenance.UNKNOWN,
                Optional.empty(),
                0,
                Duration.ofSeconds(5));
        AgentThread thread = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(DeskRunners.AT, "Test", "go"),
                        reply,
                        new Event.ApprovalAsked(DeskRunners.AT, "c1", "Run it?", "ab"),
                        new Event.Approved(later, "c1", "alice", "ab", Optional.empty()),
                        new Event.StepStarted(later, "c1", Effect.WRITE, "t1/1/c1", 1, "returns"),
                        new Event.StepReturned(later, "c1", "", 0, Duration.ofSeconds(7), List.of())));

        assertEquals(Duration.ofSeconds(12), thread.usage().time());
    }

    @Test
    void negativeDurationDoesNotCount() {
        Event started = new Event.Started(DeskRunners.AT, "Test", "go");
        Event later = new Event.ContextFetched(DeskRunners.AT, "a", "1", Duration.ofSeconds(5));
        Event earlier = new Event.ContextFetched(DeskRunners.AT, "b", "1", Duration.ofSeconds(-60));

        assertEquals(
                Duration.ofSeconds(5),
                new AgentThread("t1", List.of(started, later, earlier)).usage().time());
    }

    /** The reply has already been paid for, so its calls run; only further requests stop. */
    @Test
    void theCallsOfTheReplyThatUsedUpTheTokensStillRun() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withTokens(100)), priced(100, "0"));

        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "Stopped"), kinds(trial.start()));
    }

    @Test
    void whatWasUsedSurvivesARestart() {
        TestLoop loop = with(budget -> budget.withModelCalls(2));
        AgentThread whole = ScriptedRun.of(loop, WORKS, ModelReply.text("Hm")).start();

        ScriptedRun other = ScriptedRun.after(upTo(whole, Event.StepReturned.class), loop, ModelReply.text("Hm"));
        other.runner().resume("t1");

        assertEquals(whole, other.stored());
    }

    @Test
    void theBudgetIsRecordedWhenTheThreadStarts() {
        Budget budget = Budget.UNLIMITED.withSteps(7).withTokens(100);

        TestLoop loop = with(unlimited -> budget);
        AgentThread thread = ScriptedRun.of(loop, ModelReply.text("Hm")).start();

        assertEquals(
                DeskRunners.started(loop, Start.of("go"), budget),
                thread.events().get(0));
    }

    @Test
    void theRunnerNarrowsTheAgentsBudgetButDoesNotWidenIt() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withSteps(7).withTokens(100)), ModelReply.text("Hm"))
                .with(builder -> builder.budget(
                        Budget.UNLIMITED.withSteps(9).withTokens(50).withCost(BigDecimal.TEN)));

        assertEquals(
                Budget.UNLIMITED.withSteps(7).withTokens(50).withCost(BigDecimal.TEN),
                trial.start().budget());
    }

    /** Other limits of a later release apply to new threads only. */
    @Test
    void aThreadKeepsTheBudgetThatItStartedWith() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withModelCalls(2)), ModelReply.text("Well?"));
        trial.start();
        ScriptedRun other = trial.another(with(budget -> budget.withModelCalls(50)), WORKS, WORKS);

        other.runner().reply("t1", "go on");

        assertTurnEnded(StopMessages.requestsUsedUp(2), other);
    }

    @Test
    void messageBeginsAnotherTurn() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withModelCalls(1)), WORKS, CLOSES);
        trial.start();

        AgentThread thread = trial.runner().reply("t1", "go on");

        assertInstanceOf(Event.Finished.class, thread.last());
        assertEquals(1, thread.usage().modelCalls());
    }

    @Test
    void lastRequestOffersFinishingToolsOnly() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withModelCalls(2)), WORKS, CLOSES);

        assertInstanceOf(Event.Finished.class, trial.start().last());

        assertEquals(List.of("work", "close"), offered(trial, 0));
        assertFalse(trial.model()
                .requests()
                .get(0)
                .messages()
                .contains(new Message.User(Rendering.notice(Rendering.LAST_REQUEST))));
        assertEquals(List.of("close"), offered(trial, 1));
        List<Message> last = trial.lastRequest();
        assertEquals(new Message.User(Rendering.notice(Rendering.LAST_REQUEST)), last.get(last.size() - 1));
    }

    @Test
    void whileOneStepIsLeftOnlyToolsThatFinishAreOffered() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withSteps(2)), WORKS, CLOSES);

        assertInstanceOf(Event.Finished.class, trial.start().last());

        assertEquals(List.of("close"), offered(trial, 1));
    }

    @Test
    void atTheLastRequestACallThatDoesNotFinishIsNotRun() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withModelCalls(1)), WORKS);

        AgentThread thread = trial.start();

        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c1", ModelMessages.KEPT_FOR_THE_END)),
                events(thread, Event.CallAnswer.class));
        assertTurnEnded(StopMessages.requestsUsedUp(1), trial);
    }

    @Test
    void theLastStepIsKeptForFinishing() {
        ScriptedRun trial = ScriptedRun.of(
                with(budget -> budget.withSteps(2)),
                ModelReply.calls(WORK.call("c1", "x"), WORK.call("c2", "y")),
                CLOSES);

        AgentThread thread = trial.start();

        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c2", ModelMessages.KEPT_FOR_THE_END, false)),
                events(thread, Event.CallRejected.class));
        assertInstanceOf(Event.Finished.class, thread.last());
    }

    @Test
    void concurrentStepsKeepTheLastStepForFinishing() {
        TestStep read = TestStep.named("read").effect(Effect.READ);
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(read, CLOSE).with(Budget.UNLIMITED.withSteps(3)),
                ModelReply.calls(read.call("c1", "x"), read.call("c2", "y"), read.call("c3", "z")),
                CLOSES);

        AgentThread thread = trial.start();

        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c3", ModelMessages.KEPT_FOR_THE_END, false)),
                events(thread, Event.CallRejected.class));
        assertInstanceOf(Event.Finished.class, thread.last());
    }

    /**
     * The reservation applies to selections by the model only: a chain selected by code continues while steps are
     * left.
     */
    @Test
    void aCallThatAStepSelectedMayTakeTheLastStep() {
        TestStep chain = TestStep.named("chain").selects(WORK);
        TestLoop loop = TestLoop.of(WORK, CLOSE, chain).with(Budget.UNLIMITED.withSteps(2));

        AgentThread thread =
                ScriptedRun.of(loop, ModelReply.calls(chain.call("c1", "x"))).start();

        assertEquals(
                List.of("ModelReplied", "StepStarted", "CallSelected", "StepStarted", "StepReturned", "PersonAsked"),
                kinds(thread));
    }

    @Test
    void aCallThatAStepSelectedIsAnsweredWhenNoStepIsLeft() {
        TestStep second = TestStep.named("second").selects(WORK);
        TestStep first = TestStep.named("first").selects(second);
        TestLoop loop = TestLoop.of(WORK, CLOSE, first, second).with(Budget.UNLIMITED.withSteps(2));

        ScriptedRun trial = ScriptedRun.of(loop, ModelReply.calls(first.call("c1", "x")));

        AgentThread thread = trial.start();

        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c1-2-2", ModelMessages.stepsUsedUp(2), false)),
                events(thread, Event.CallRejected.class));
        assertTurnEnded(StopMessages.stepsUsedUp(2), trial);
    }

    @Test
    void usedUpTokensAwaitNoMessage() {
        ModelReply question = new ModelReply("Which order?", List.of(), new Usage(9, 1));
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withTokens(10)), question);

        assertStopped(StopMessages.tokensUsedUp(10), trial.start());
    }

    @Test
    void finishingTextFinishesAtTheLastRequest() {
        TestLoop loop = TestLoop.of(WORK)
                .with(new Policy(Budget.UNLIMITED.withModelCalls(1), 3, OnFailures.STOP, OnText.FINISH));

        assertInstanceOf(
                Event.Finished.class,
                ScriptedRun.of(loop, ModelReply.text("Bye.")).start().last());
    }

    @Test
    void anAgentThatSaysNothingHasAHundredStepsAndRequests() {
        assertEquals(
                Budget.UNLIMITED.withSteps(100).withModelCalls(100),
                ScriptedRun.of(TestLoop.of(WORK), ModelReply.text("Hm")).start().budget());
    }

    @Test
    void theLimitIsReachedByTheCallThatUsesItUpAndNotBefore() {
        ScriptedRun trial =
                ScriptedRun.of(with(budget -> budget.withTokens(101)), priced(100, "0"), ModelReply.text("Hm"));

        assertEquals(new Command.AwaitMessage(), trial.loopAt(trial.start()));
    }

    private static List<String> offered(ScriptedRun trial, int request) {
        return trial.model().requests().get(request).tools().stream()
                .map(ToolSpec::name)
                .toList();
    }
}
