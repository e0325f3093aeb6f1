package dev.escapement.thread;

import dev.escapement.internal.text.StopMessages;
import dev.escapement.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The part of a thread's budget that has been used, calculated from the thread's events.
 *
 * @param steps the number of calls whose step started; a rerun of the same call does not count
 * @param modelCalls the number of model replies
 * @param tokens the number of input and output tokens of all replies
 * @param cost the cost of all replies
 * @param time the working time: the sum of the intervals between consecutive events, except intervals that end with an
 *     event of a person
 */
public record BudgetUsage(long steps, long modelCalls, long tokens, BigDecimal cost, Duration time) {

    /** The usage of a thread without events. */
    static final BudgetUsage NONE = new BudgetUsage(0, 0, 0, BigDecimal.ZERO, Duration.ZERO);

    /**
     * Returns the usage after an event.
     *
     * @param before the time of the preceding event
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
     * Returns a sentence that describes the first exhausted limit of a budget, if any.
     *
     * @param budget the limits
     * @return the sentence, which names the limit; empty if no limit is exhausted
     */
    public Optional<String> exhausted(Budget budget) {
        if (budget.modelCalls().isPresent() && modelCalls >= budget.modelCalls().getAsLong()) {
            return Optional.of(StopMessages.requestsUsedUp(budget.modelCalls().getAsLong()));
        } else if (budget.steps().isPresent() && steps >= budget.steps().getAsLong()) {
            return Optional.of(StopMessages.stepsUsedUp(budget.steps().getAsLong()));
        } else if (budget.tokens().isPresent() && tokens >= budget.tokens().getAsLong()) {
            return Optional.of(StopMessages.tokensUsedUp(budget.tokens().getAsLong()));
        } else if (budget.cost().isPresent() && cost.compareTo(budget.cost().get()) >= 0) {
            return Optional.of(StopMessages.costUsedUp(budget.cost().get()));
        } else if (budget.time().isPresent() && time.compareTo(budget.time().get()) >= 0) {
            return Optional.of(StopMessages.timeUsedUp(budget.time().get()));
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
