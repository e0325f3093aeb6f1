package dev.escapement.thread;

import dev.escapement.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a thread has used up of its budget, counted from its events.
 *
 * @param steps how many calls had their step started; one that ran again after a crash counts once
 * @param modelCalls how often the model replied
 * @param tokens the tokens of all replies and their requests
 * @param cost the price of all replies
 * @param time how long the thread has worked: the time between events, but not before what a person did
 */
public record BudgetUsage(long steps, long modelCalls, long tokens, BigDecimal cost, Duration time) {

    /** No usage: a thread before its first event. */
    static final BudgetUsage NONE = new BudgetUsage(0, 0, 0, BigDecimal.ZERO, Duration.ZERO);

    /**
     * Returns the usage after one more event.
     *
     * @param before the time of the event before
     * @param startsStep whether the event starts a step for the first time
     */
    BudgetUsage plus(Event event, Instant before, boolean startsStep) {
        Duration longer = event instanceof Event.ByPerson || !event.at().isAfter(before)
                ? time
                : time.plus(Duration.between(before, event.at()));
        if (event instanceof Event.ModelReplied reply) {
            Usage usage = reply.usage();
            long more = Math.min(usage.tokens(), Long.MAX_VALUE - tokens);
            return new BudgetUsage(steps, modelCalls + 1, tokens + more, cost.add(usage.cost()), longer);
        }
        return new BudgetUsage(startsStep ? steps + 1 : steps, modelCalls, tokens, cost, longer);
    }

    /**
     * Returns the first limit of a budget that is used up.
     *
     * @param budget the limits
     * @return a sentence that names the limit; empty if every limit leaves something
     */
    public Optional<String> exhausted(Budget budget) {
        if (budget.modelCalls().isPresent() && modelCalls >= budget.modelCalls().getAsLong()) {
            return usedUp(budget.modelCalls().getAsLong() + " requests to the model");
        } else if (budget.steps().isPresent() && steps >= budget.steps().getAsLong()) {
            return usedUp(budget.steps().getAsLong() + " steps");
        } else if (budget.tokens().isPresent() && tokens >= budget.tokens().getAsLong()) {
            return usedUp(budget.tokens().getAsLong() + " tokens");
        } else if (budget.cost().isPresent() && cost.compareTo(budget.cost().get()) >= 0) {
            return usedUp("a cost of " + budget.cost().get().toPlainString());
        } else if (budget.time().isPresent() && time.compareTo(budget.time().get()) >= 0) {
            return usedUp("a working time of " + budget.time().get());
        }
        return Optional.empty();
    }

    private static Optional<String> usedUp(String limit) {
        return Optional.of("The budget of " + limit + " is used up.");
    }

    /**
     * Returns whether a budget leaves one request or one step, which is reserved for finishing.
     *
     * @param budget the limits
     * @return true if at most one is left
     */
    public boolean leavesOne(Budget budget) {
        return leavesOne(budget.modelCalls().orElse(Long.MAX_VALUE), modelCalls) || leavesOneStep(budget);
    }

    /**
     * Returns whether a budget leaves one step.
     *
     * @param budget the limits
     * @return true if at most one is left
     */
    public boolean leavesOneStep(Budget budget) {
        return leavesOne(budget.steps().orElse(Long.MAX_VALUE), steps);
    }

    private static boolean leavesOne(long limit, long used) {
        return used + 1 >= limit;
    }
}
