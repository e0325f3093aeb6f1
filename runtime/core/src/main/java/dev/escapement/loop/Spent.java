package dev.escapement.loop;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a thread has used up of its budget, counted from its events.
 *
 * @param steps how many calls had their step started; one that ran again after a crash counts once
 * @param modelCalls how often the model replied
 * @param tokens the tokens of all replies and their requests
 * @param cost the price of all replies
 * @param time how long the thread has worked: the time between events, but not before what a person did
 */
public record Spent(long steps, long modelCalls, long tokens, BigDecimal cost, Duration time) {

    /**
     * Counts.
     *
     * @param thread the thread
     * @return what it has used up
     */
    public static Spent of(AgentThread thread) {
        Set<String> started = new HashSet<>(); // a step that runs again after a crash is paid for
        long modelCalls = 0;
        long tokens = 0;
        BigDecimal cost = BigDecimal.ZERO;
        Duration time = Duration.ZERO;
        Instant before = thread.events().get(0).at();
        for (Event event : thread.events()) {
            if (event instanceof Event.StepStarted step) {
                started.add(step.callId());
            } else if (event instanceof Event.ModelReplied reply) {
                modelCalls++;
                tokens += Math.min(reply.usage().tokens(), Long.MAX_VALUE - tokens);
                cost = cost.add(reply.usage().cost());
            }
            boolean worked = !(event instanceof Event.ByPerson) && event.at().isAfter(before);
            time = worked ? time.plus(Duration.between(before, event.at())) : time;
            before = event.at();
        }
        return new Spent(started.size(), modelCalls, tokens, cost, time);
    }

    /** Says which limit has been reached, if any. */
    Optional<String> exhausted(Budget budget) {
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

    /** Whether the budget leaves one request, or one step: it is kept for finishing. */
    boolean leavesOne(Budget budget) {
        return leavesOne(budget.modelCalls().orElse(Long.MAX_VALUE), modelCalls) || leavesOneStep(budget);
    }

    boolean leavesOneStep(Budget budget) {
        return leavesOne(budget.steps().orElse(Long.MAX_VALUE), steps);
    }

    private static boolean leavesOne(long limit, long used) {
        return used + 1 >= limit;
    }
}
