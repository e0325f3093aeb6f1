package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.internal.text.StopMessages;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the usage that events add up to, of its limits, and of the extension of limits. */
class BudgetUsageTest {

    private static final Instant AT = Instant.EPOCH;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    @Test
    void newThreadHasUsedNothing() {
        assertEquals(BudgetUsage.NONE, usage());
    }

    @Test
    void repliesAddTokensCostAndTime() {
        assertEquals(
                new BudgetUsage(0, 2, 15, new BigDecimal("0.3"), Duration.ofSeconds(2)),
                usage(
                        replied(new Usage(10, 2, 5, new BigDecimal("0.1"))),
                        replied(new Usage(1, 2, 0, new BigDecimal("0.2")))));
    }

    @Test
    void furtherAttemptsDoNotCount() {
        BudgetUsage usage =
                usage(replied(Usage.NONE), started("c1", 1), inDoubt("c1"), started("c1", 2), started("c2", 1));

        assertEquals(2, usage.steps());
    }

    @Test
    void messageBeginsATurn() {
        BudgetUsage usage = usage(
                replied(new Usage(10, 2, 0, BigDecimal.ONE)),
                started("c1", 1),
                new Event.StepReturned(AT, "c1", "5", 0, SECOND, List.of()),
                new Event.MessageReceived(AT, "go on"));

        assertEquals(new BudgetUsage(0, 0, 12, BigDecimal.ONE, Duration.ZERO), usage);
    }

    /** A person who replies or approves continues the turn. */
    @Test
    void repliesAndApprovalsDoNotBeginATurn() {
        BudgetUsage usage = usage(
                replied(Usage.NONE),
                new Event.ApprovalAsked(AT, "c1", "Pay?", "ab"),
                new Event.Approved(AT, "c1", "alice", "ab", Optional.empty()),
                started("c1", 1),
                new Event.ReplyAsked(AT, "c1", "Which?", "{}"),
                new Event.ReplyReceived(AT, "c1", "5", true, List.of()),
                new Event.Expired(AT, "c3", Optional.of("5")),
                new AnsweredByPerson(AT, "c2", "alice", new Answer.Returned("5"), ""),
                new Event.BudgetExtended(AT, "alice", Budget.UNLIMITED.withSteps(1)));

        assertEquals(1, usage.modelCalls());
        assertEquals(1, usage.steps());
    }

    @Test
    void timeIsTheSumOfRecordedDurations() {
        Instant later = AT.plus(Duration.ofDays(1));
        BudgetUsage usage = usage(
                new Event.ContextFetched(AT, "tags", "1", SECOND),
                replied(Usage.NONE),
                inDoubt("c1"),
                new Event.StepReturned(later, "c1", "5", 0, SECOND, List.of()),
                new Event.StepFailed(later, "c2", "x", false, false, SECOND));

        assertEquals(Duration.ofSeconds(5), usage.time());
    }

    @Test
    void eventsAfterTheEndCount() {
        BudgetUsage usage = usage(new Event.Stopped(AT, "", StopCause.CANCELLED, "enough"), replied(new Usage(1, 2)));

        assertEquals(1, usage.modelCalls());
        assertEquals(3, usage.tokens());
        assertEquals(SECOND, usage.time());
    }

    @Test
    void tokensSaturate() {
        assertEquals(
                Long.MAX_VALUE,
                usage(replied(new Usage(Long.MAX_VALUE - 1, 0)), replied(new Usage(5, 5)))
                        .tokens());
    }

    @Test
    void timeSaturates() {
        assertEquals(
                LONGEST, usage(returnedAfter(LONGEST), returnedAfter(SECOND)).time());
        assertEquals(
                LONGEST, usage(returnedAfter(SECOND), returnedAfter(LONGEST)).time());
    }

    @Test
    void negativeDurationDoesNotCount() {
        assertEquals(
                SECOND,
                usage(returnedAfter(SECOND), returnedAfter(SECOND.negated())).time());
    }

    @Test
    void turnIsExhaustedAtItsLimits() {
        BudgetUsage usage = new BudgetUsage(3, 2, 100, BigDecimal.TEN, Duration.ofMinutes(1));

        assertEquals(
                Optional.of(StopMessages.requestsUsedUp(2)), usage.turnExhausted(Budget.UNLIMITED.withModelCalls(2)));
        assertEquals(Optional.of(StopMessages.stepsUsedUp(3)), usage.turnExhausted(Budget.UNLIMITED.withSteps(3)));
        assertEquals(
                Optional.of(StopMessages.timeUsedUp(Duration.ofMinutes(1))),
                usage.turnExhausted(Budget.UNLIMITED.withTime(Duration.ofMinutes(1))));
        assertEquals(
                Optional.empty(),
                usage.turnExhausted(Budget.UNLIMITED
                        .withModelCalls(3)
                        .withSteps(4)
                        .withTime(Duration.ofMinutes(1).plusNanos(1))
                        .withTokens(1)
                        .withCost(BigDecimal.ONE)));
    }

    @Test
    void threadIsExhaustedAtItsLimits() {
        BudgetUsage usage = new BudgetUsage(3, 2, 100, BigDecimal.TEN, Duration.ofMinutes(1));

        assertEquals(
                Optional.of(StopMessages.tokensUsedUp(100)), usage.threadExhausted(Budget.UNLIMITED.withTokens(100)));
        assertEquals(
                Optional.of(StopMessages.costUsedUp(new BigDecimal("10.0"))),
                usage.threadExhausted(Budget.UNLIMITED.withCost(new BigDecimal("10.0"))));
        assertEquals(
                Optional.empty(),
                usage.threadExhausted(Budget.UNLIMITED
                        .withTokens(101)
                        .withCost(new BigDecimal("10.01"))
                        .withSteps(1)
                        .withModelCalls(1)
                        .withTime(SECOND)));
    }

    @Test
    void lastStepAndLastRequestAreReserved() {
        BudgetUsage usage = new BudgetUsage(3, 2, 0, BigDecimal.ZERO, Duration.ZERO);

        assertFalse(usage.leavesOne(Budget.UNLIMITED));
        assertFalse(usage.leavesOne(Budget.UNLIMITED.withSteps(5).withModelCalls(4)));
        assertTrue(usage.leavesOne(Budget.UNLIMITED.withModelCalls(3)));
        assertFalse(usage.leavesOneStep(Budget.UNLIMITED.withModelCalls(3)));
        assertTrue(usage.leavesOne(Budget.UNLIMITED.withSteps(4)));
        assertTrue(usage.leavesOneStep(Budget.UNLIMITED.withSteps(4)));
    }

    @Test
    void extensionAddsToEachLimit() {
        Budget budget = limits(1, "0.5", SECOND);

        assertEquals(
                limits(4, "2.0", Duration.ofSeconds(61)), budget.extendedBy(limits(3, "1.5", Duration.ofMinutes(1))));
        assertEquals(budget, budget.extendedBy(Budget.UNLIMITED));
        assertEquals(Budget.UNLIMITED, Budget.UNLIMITED.extendedBy(budget));
    }

    @Test
    void extensionSaturates() {
        Budget budget = limits(Long.MAX_VALUE - 1, "1", LONGEST.minusSeconds(1));

        assertEquals(limits(Long.MAX_VALUE, "2", LONGEST), budget.extendedBy(limits(5, "1", Duration.ofSeconds(5))));
    }

    @Test
    void extensionsApplyToTheThread() {
        AgentThread thread = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Desk", Start.of("hello"), limits(2, "1", SECOND)),
                        new Event.BudgetExtended(AT, "alice", Budget.UNLIMITED.withTokens(5)),
                        new Event.BudgetExtended(
                                AT, "bob", Budget.UNLIMITED.withTokens(1).withSteps(1))));

        assertEquals(limits(2, "1", SECOND).withTokens(8).withSteps(3), thread.budget());
    }

    /** Returns a budget with the same number of steps, replies and tokens. */
    private static Budget limits(long count, String cost, Duration time) {
        return Budget.UNLIMITED
                .withSteps(count)
                .withModelCalls(count)
                .withTokens(count)
                .withCost(new BigDecimal(cost))
                .withTime(time);
    }

    private static BudgetUsage usage(Event... events) {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "hello")));
        for (Event event : events) {
            thread = thread.with(event);
        }
        return thread.usage();
    }

    private static Event replied(Usage usage) {
        return new Event.ModelReplied(
                AT,
                "",
                List.of(new Call("c1", "pay", "{}"), new Call("c2", "pay", "{}")),
                usage,
                StopReason.COMPLETE,
                ReplyProvenance.UNKNOWN,
                Optional.empty(),
                0,
                SECOND);
    }

    private static Event started(String callId, int attempt) {
        return new Event.StepStarted(AT, callId, Effect.WRITE, "k", attempt, "returns");
    }

    private static Event inDoubt(String callId) {
        return new Event.StepInDoubt(AT, callId, "java.io.IOException", SECOND);
    }

    private static Event returnedAfter(Duration took) {
        return new Event.StepReturned(AT, "c1", "5", 0, took, List.of());
    }
}
