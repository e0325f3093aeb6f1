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
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.Start;
import dev.escapement.tool.ToolSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Tests of rule 6: steps, model calls, tokens, cost and time are limited, and counted from the events. The last
 * request offers only finishing tools and informs the model; the last step is reserved for one that finishes.
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

    private static String stopped(AgentThread thread) {
        return assertInstanceOf(Event.Stopped.class, thread.last()).reason();
    }

    @Test
    void aThreadStopsWhenItsRequestsAreUsedUp() {
        ScriptedRun trial =
                ScriptedRun.of(with(budget -> budget.withModelCalls(2)), WORKS, ModelReply.text("One more thing"));

        assertEquals(StopMessages.requestsUsedUp(2), stopped(trial.start()));
        assertEquals(2, trial.model().requests().size());
    }

    @Test
    void aThreadStopsWhenItsStepsAreUsedUp() {
        TestStep chain = TestStep.named("chain").selects(WORK);
        TestLoop loop = TestLoop.of(WORK, CLOSE, chain).with(Budget.UNLIMITED.withSteps(2));
        ScriptedRun trial = ScriptedRun.of(loop, ModelReply.calls(chain.call("c1", "x")));

        assertEquals(StopMessages.stepsUsedUp(2), stopped(trial.start()));
        assertEquals(2, events(trial.stored(), Event.StepStarted.class).size());
    }

    @Test
    void aThreadStopsWhenItsTokensAreUsedUp() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withTokens(100)), priced(60, "0"), priced(40, "0"));

        assertEquals(StopMessages.tokensUsedUp(100), stopped(trial.start()));
    }

    @Test
    void aThreadStopsWhenItsMoneyIsUsedUp() {
        ScriptedRun trial = ScriptedRun.of(
                with(budget -> budget.withCost(new BigDecimal("0.50"))), priced(9, "0.25"), priced(9, "0.2500"));

        assertEquals(StopMessages.costUsedUp(new BigDecimal("0.50")), stopped(trial.start()));
    }

    @Test
    void aThreadStopsWhenItsTimeIsUsedUp() {
        TickingClock clock = new TickingClock(DeskRunners.AT, Duration.ofMinutes(1));
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withTime(Duration.ofMinutes(6))), WORKS, WORKS)
                .with(builder -> builder.clock(clock));

        assertEquals(StopMessages.timeUsedUp(Duration.ofMinutes(6)), stopped(trial.start()));
        assertEquals(7, trial.stored().events().size() - 1);
    }

    @Test
    void timeInWhichAThreadWaitsForAPersonDoesNotCount() {
        Event started = new Event.Started(DeskRunners.AT, "Test", "go");
        Event text = new Event.ModelReplied(DeskRunners.AT.plusSeconds(5), "Well?", List.of(), Usage.NONE);
        Event answer = new Event.MessageReceived(DeskRunners.AT.plus(Duration.ofDays(3)), "yes");
        Event reply = new Event.ModelReplied(
                DeskRunners.AT.plus(Duration.ofDays(3)).plusSeconds(7), "", List.of(), Usage.NONE);

        assertEquals(
                Duration.ofSeconds(12),
                new AgentThread("t1", List.of(started, text, answer, reply))
                        .usage()
                        .time());
    }

    @Test
    void aClockThatGoesBackGivesNoTimeBack() {
        Event started = new Event.Started(DeskRunners.AT, "Test", "go");
        Event later = new Event.ContextFetched(DeskRunners.AT.plusSeconds(5), "a", "1", Duration.ZERO);
        Event earlier = new Event.ContextFetched(DeskRunners.AT.minusSeconds(60), "b", "1", Duration.ZERO);

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

        AgentThread thread =
                ScriptedRun.of(with(unlimited -> budget), ModelReply.text("Hm")).start();

        assertEquals(
                new Event.Started(DeskRunners.AT, "Test", Start.of("go"), budget),
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
        ScriptedRun other = trial.another(with(budget -> budget.withModelCalls(50)), WORKS);

        assertEquals(StopMessages.requestsUsedUp(2), stopped(other.runner().reply("t1", "go on")));
    }

    @Test
    void lastRequestOffersFinishingToolsOnly() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withModelCalls(2)), WORKS, CLOSES);

        assertInstanceOf(Event.Finished.class, trial.start().last());

        assertEquals(List.of("work", "close"), offered(trial, 0));
        assertFalse(trial.model().requests().get(0).messages().contains(new Message.User(Rendering.LAST_REQUEST)));
        assertEquals(List.of("close"), offered(trial, 1));
        List<Message> last = trial.lastRequest();
        assertEquals(new Message.User(Rendering.LAST_REQUEST), last.get(last.size() - 1));
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
        assertEquals(StopMessages.requestsUsedUp(1), stopped(thread));
    }

    @Test
    void theLastStepIsKeptForFinishing() {
        ScriptedRun trial = ScriptedRun.of(
                with(budget -> budget.withSteps(2)),
                ModelReply.calls(WORK.call("c1", "x"), WORK.call("c2", "y")),
                CLOSES);

        AgentThread thread = trial.start();

        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c2", ModelMessages.KEPT_FOR_THE_END)),
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
                List.of(new Event.CallRejected(DeskRunners.AT, "c3", ModelMessages.KEPT_FOR_THE_END)),
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
                List.of("ModelReplied", "StepStarted", "CallSelected", "StepStarted", "StepReturned", "Stopped"),
                kinds(thread));
    }

    @Test
    void aCallThatAStepSelectedIsAnsweredWhenNoStepIsLeft() {
        TestStep second = TestStep.named("second").selects(WORK);
        TestStep first = TestStep.named("first").selects(second);
        TestLoop loop = TestLoop.of(WORK, CLOSE, first, second).with(Budget.UNLIMITED.withSteps(2));

        AgentThread thread =
                ScriptedRun.of(loop, ModelReply.calls(first.call("c1", "x"))).start();

        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c1-2-2", ModelMessages.stepsUsedUp(2))),
                events(thread, Event.CallRejected.class));
        assertEquals(StopMessages.stepsUsedUp(2), stopped(thread));
    }

    @Test
    void usedUpRequestsAwaitNoPerson() {
        ScriptedRun trial = ScriptedRun.of(with(budget -> budget.withModelCalls(1)), ModelReply.text("Which order?"));

        assertEquals(StopMessages.requestsUsedUp(1), stopped(trial.start()));
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
