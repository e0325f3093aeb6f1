package dev.escapement.thread;

import dev.escapement.internal.text.StopMessages;
import dev.escapement.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The part of a thread's budget that has been used, calculated from the thread's events. Steps, replies and working time
 * count from the start of the turn, which is the start of the thread or the last message of a person; tokens and cost
 * count from the start of the thread.
 *
 * <p>The tokens and the cost of a child thread count from {@link DelegateStarted}: first the limits of its budget, which
 * are reserved, then from {@link DelegateEnded} its actual usage. An unlimited part reserves nothing. A call that a person
 * answers, and a thread that ends, keep the reservation until the end of the child is recorded. The steps, replies and
 * working time of a child never count.
 *
 * @param steps the number of calls of the turn whose step started; further attempts do not count
 * @param modelCalls the number of replies of the model in the turn
 * @param tokens the number of input and output tokens of all replies
 * @param cost the cost of all replies
 * @param time the working time of the turn: the sum of the durations that its events contain
 */
public record BudgetUsage(long steps, long modelCalls, long tokens, BigDecimal cost, Duration time) {

    /** The usage of a thread without events. */
    static final BudgetUsage NONE = new BudgetUsage(0, 0, 0, BigDecimal.ZERO, Duration.ZERO);

    /**
     * Returns the usage after an event.
     *
     * @param startsStep whether the event starts a step for the first time
     */
    BudgetUsage after(Event event, boolean startsStep) {
        return switch (event.kind()) {
            case MODEL_REPLIED -> plus((Event.ModelReplied) event);
            case CONTEXT_FETCHED -> plus(((Event.ContextFetched) event).took());
            case STEP_RETURNED -> plus(((Event.StepReturned) event).took());
            case STEP_FAILED -> plus(((Event.StepFailed) event).took());
            case STEP_IN_DOUBT -> plus(((Event.StepInDoubt) event).took());
            case STEP_STARTED -> startsStep ? plusStep() : this;
            case MESSAGE_RECEIVED -> newTurn();
            case STARTED,
                    CONTEXT_FAILED,
                    REQUEST_FAILED,
                    TEXT_REJECTED,
                    CALL_REJECTED,
                    GATE_PASSED,
                    GATE_DENIED,
                    GATE_FAILED,
                    APPROVAL_ASKED,
                    APPROVED,
                    REFUSED,
                    CALL_SELECTED,
                    REPLY_ASKED,
                    REPLY_RECEIVED,
                    EXPIRED,
                    AGENT_UPDATED,
                    DELEGATE_STARTED,
                    DELEGATE_ENDED,
                    ANSWERED_BY_PERSON,
                    PERSON_ASKED,
                    BUDGET_EXTENDED,
                    FINISHED,
                    STOPPED -> this;
        };
    }

    private BudgetUsage plus(Event.ModelReplied reply) {
        Usage usage = reply.usage();
        long more = Math.min(usage.tokens(), Long.MAX_VALUE - tokens);
        return new BudgetUsage(steps, modelCalls + 1, tokens + more, cost.add(usage.cost()), sum(reply.took()));
    }

    private BudgetUsage plusStep() {
        return new BudgetUsage(steps + 1, modelCalls, tokens, cost, time);
    }

    private BudgetUsage plus(Duration took) {
        return took.isZero() ? this : new BudgetUsage(steps, modelCalls, tokens, cost, sum(took));
    }

    /** Returns the working time plus a duration. A negative duration, as in a damaged store, does not count. */
    private Duration sum(Duration took) {
        return took.isNegative() ? time : Budget.sum(time, took);
    }

    /** Returns the usage with the tokens and the cost of a child's budget, which count as used until the child ends. */
    BudgetUsage reserved(Budget child) {
        long more = Math.min(child.tokens().orElse(0), Long.MAX_VALUE - tokens);
        BigDecimal moreCost = child.cost().orElse(BigDecimal.ZERO);
        return new BudgetUsage(steps, modelCalls, tokens + more, cost.add(moreCost), time);
    }

    /** Returns the usage with the actual usage of a child that has ended in place of its reservation. */
    BudgetUsage released(Budget child, Usage used) {
        long others = Math.max(0, tokens - child.tokens().orElse(0));
        BigDecimal otherCost =
                cost.subtract(child.cost().orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO);
        long sum = others + Math.min(used.tokens(), Long.MAX_VALUE - others);
        return new BudgetUsage(steps, modelCalls, sum, otherCost.add(used.cost()), time);
    }

    private BudgetUsage newTurn() {
        return new BudgetUsage(0, 0, tokens, cost, Duration.ZERO);
    }

    /**
     * Returns a sentence that describes the first exhausted limit of the turn, if any.
     *
     * @param budget the limits
     * @return the sentence, which names the limit; empty if no limit on steps, replies or time is exhausted
     */
    public Optional<String> turnExhausted(Budget budget) {
        if (budget.modelCalls().isPresent() && modelCalls >= budget.modelCalls().getAsLong()) {
            return Optional.of(StopMessages.requestsUsedUp(budget.modelCalls().getAsLong()));
        } else if (budget.steps().isPresent() && steps >= budget.steps().getAsLong()) {
            return Optional.of(StopMessages.stepsUsedUp(budget.steps().getAsLong()));
        } else if (budget.time().isPresent() && time.compareTo(budget.time().get()) >= 0) {
            return Optional.of(StopMessages.timeUsedUp(budget.time().get()));
        }
        return Optional.empty();
    }

    /**
     * Returns a sentence that describes the first exhausted limit of the thread, if any.
     *
     * @param budget the limits
     * @return the sentence, which names the limit; empty if no limit on tokens or cost is exhausted
     */
    public Optional<String> threadExhausted(Budget budget) {
        if (budget.tokens().isPresent() && tokens >= budget.tokens().getAsLong()) {
            return Optional.of(StopMessages.tokensUsedUp(budget.tokens().getAsLong()));
        } else if (budget.cost().isPresent() && cost.compareTo(budget.cost().get()) >= 0) {
            return Optional.of(StopMessages.costUsedUp(budget.cost().get()));
        }
        return Optional.empty();
    }

    /**
     * Returns whether a budget leaves at most one request or at most one step. The last request and the last step are
     * reserved for finishing.
     *
     * @param budget the limits
     * @return {@code true} if at most one request or at most one step is left
     */
    public boolean leavesOne(Budget budget) {
        return leavesOne(budget.modelCalls().orElse(Long.MAX_VALUE), modelCalls) || leavesOneStep(budget);
    }

    /**
     * Returns whether a budget leaves at most one step.
     *
     * @param budget the limits
     * @return {@code true} if at most one step is left
     */
    public boolean leavesOneStep(Budget budget) {
        return leavesOne(budget.steps().orElse(Long.MAX_VALUE), steps);
    }

    private static boolean leavesOne(long limit, long used) {
        return used + 1 >= limit;
    }
}
