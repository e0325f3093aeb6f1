package dev.escapement.thread;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a thread may use up before it has to end. Recorded when the thread starts; what was used is counted from its
 * events, so both survive every restart.
 *
 * @param steps how often a step may be started, 1 or more; running again after a crash does not count
 * @param modelCalls how often the model may be asked, 1 or more
 * @param tokens how many tokens requests and replies may have together, 1 or more
 * @param cost how much may be spent, above 0, in the currency of the model's prices
 * @param time how long the thread may work, above 0, not counting time in which it waits for a person
 */
public record Budget(
        OptionalLong steps,
        OptionalLong modelCalls,
        OptionalLong tokens,
        Optional<BigDecimal> cost,
        Optional<Duration> time) {

    /** No limit at all. */
    public static final Budget UNLIMITED = new Budget(
            OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

    public Budget {
        requirePositive("steps", steps);
        requirePositive("modelCalls", modelCalls);
        requirePositive("tokens", tokens);
        if (cost.isPresent() && cost.get().signum() <= 0) {
            throw new IllegalArgumentException("cost must be above 0, not " + cost.get());
        }
        if (time.isPresent() && (time.get().isZero() || time.get().isNegative())) {
            throw new IllegalArgumentException("time must be above 0, not " + time.get());
        }
        cost = cost.map(amount -> amount.scale() < 0 ? amount.setScale(0) : amount); // 1E+2 is read back as 100
    }

    private static void requirePositive(String name, OptionalLong limit) {
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, not " + limit.getAsLong());
        }
    }

    /**
     * This budget with another limit of steps.
     *
     * @param limit 1 or more
     * @return a new budget
     */
    public Budget withSteps(long limit) {
        return new Budget(OptionalLong.of(limit), modelCalls, tokens, cost, time);
    }

    /**
     * This budget with another limit of requests to the model.
     *
     * @param limit 1 or more
     * @return a new budget
     */
    public Budget withModelCalls(long limit) {
        return new Budget(steps, OptionalLong.of(limit), tokens, cost, time);
    }

    /**
     * This budget with another limit of tokens.
     *
     * @param limit 1 or more
     * @return a new budget
     */
    public Budget withTokens(long limit) {
        return new Budget(steps, modelCalls, OptionalLong.of(limit), cost, time);
    }

    /**
     * This budget with another limit of money.
     *
     * @param limit above 0
     * @return a new budget
     */
    public Budget withCost(BigDecimal limit) {
        return new Budget(steps, modelCalls, tokens, Optional.of(limit), time);
    }

    /**
     * This budget with another limit of time.
     *
     * @param limit above 0
     * @return a new budget
     */
    public Budget withTime(Duration limit) {
        return new Budget(steps, modelCalls, tokens, cost, Optional.of(limit));
    }

    /**
     * The narrower of two budgets, limit by limit.
     *
     * @param other the other one
     * @return a budget that keeps both
     */
    public Budget narrowedBy(Budget other) {
        return new Budget(
                smaller(steps, other.steps),
                smaller(modelCalls, other.modelCalls),
                smaller(tokens, other.tokens),
                smaller(cost, other.cost),
                smaller(time, other.time));
    }

    private static OptionalLong smaller(OptionalLong a, OptionalLong b) {
        return a.isEmpty() || (b.isPresent() && b.getAsLong() < a.getAsLong()) ? b : a;
    }

    private static <T extends Comparable<T>> Optional<T> smaller(Optional<T> a, Optional<T> b) {
        return a.isEmpty() || (b.isPresent() && b.get().compareTo(a.get()) < 0) ? b : a;
    }
}
