package dev.escapement.thread;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The limits on the steps, model replies, tokens, cost and working time of a thread. They are recorded when the thread
 * starts, and the usage is counted from its events, so both survive restarts. An empty limit is unlimited.
 *
 * <p>The limits on steps, replies and working time apply to each turn, from the start of the thread or a person's
 * message to the next message. At such a limit, the thread waits for a message. The limits on tokens and cost apply to
 * the entire thread and stop it.
 *
 * @param steps the maximum number of started steps in a turn, 1 or more; further attempts of a call do not count
 * @param modelCalls the maximum number of model replies in a turn, 1 or more
 * @param tokens the maximum number of input and output tokens in total, 1 or more
 * @param cost the maximum cost, above 0, in the currency of the model's prices
 * @param time the maximum working time in a turn, above 0; only the time spent in steps, requests and the retrieval of
 *     context counts
 */
public record Budget(
        OptionalLong steps,
        OptionalLong modelCalls,
        OptionalLong tokens,
        Optional<BigDecimal> cost,
        Optional<Duration> time) {

    /** A budget without limits. */
    public static final Budget UNLIMITED = new Budget(
            OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

    /** The greatest duration. */
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

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
        if (cost.isPresent() && cost.get().scale() < 0) {
            cost = Optional.of(cost.get().setScale(0)); // 1E+2 is read back as 100
        }
    }

    private static void requirePositive(String name, OptionalLong limit) {
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, not " + limit.getAsLong());
        }
    }

    /**
     * Returns a copy of this budget with a given limit on steps.
     *
     * @param limit the maximum number of started steps, 1 or more
     * @return a new budget
     */
    public Budget withSteps(long limit) {
        return new Budget(OptionalLong.of(limit), modelCalls, tokens, cost, time);
    }

    /**
     * Returns a copy of this budget with a given limit on model replies.
     *
     * @param limit the maximum number of model replies, 1 or more
     * @return a new budget
     */
    public Budget withModelCalls(long limit) {
        return new Budget(steps, OptionalLong.of(limit), tokens, cost, time);
    }

    /**
     * Returns a copy of this budget with a given limit on tokens.
     *
     * @param limit the maximum number of input and output tokens in total, 1 or more
     * @return a new budget
     */
    public Budget withTokens(long limit) {
        return new Budget(steps, modelCalls, OptionalLong.of(limit), cost, time);
    }

    /**
     * Returns a copy of this budget with a given limit on cost.
     *
     * @param limit the maximum cost, above 0, in the currency of the model's prices
     * @return a new budget
     */
    public Budget withCost(BigDecimal limit) {
        return new Budget(steps, modelCalls, tokens, Optional.of(limit), time);
    }

    /**
     * Returns a copy of this budget with a given limit on working time.
     *
     * @param limit the maximum working time, above 0
     * @return a new budget
     */
    public Budget withTime(Duration limit) {
        return new Budget(steps, modelCalls, tokens, cost, Optional.of(limit));
    }

    /**
     * Returns a budget that combines the stricter limits of this budget and another budget.
     *
     * @param other the other budget
     * @return a budget with the smaller of each pair of limits
     */
    public Budget narrowedBy(Budget other) {
        return new Budget(
                smaller(steps, other.steps),
                smaller(modelCalls, other.modelCalls),
                smaller(tokens, other.tokens),
                smaller(cost, other.cost),
                smaller(time, other.time));
    }

    /**
     * Returns a budget with higher limits. An unlimited part remains unlimited.
     *
     * @param more the amounts to add; an empty amount adds nothing
     * @return a budget with the sums of the limits
     */
    public Budget extendedBy(Budget more) {
        return new Budget(
                sum(steps, more.steps),
                sum(modelCalls, more.modelCalls),
                sum(tokens, more.tokens),
                cost.map(limit -> limit.add(more.cost.orElse(BigDecimal.ZERO))),
                time.map(limit -> sum(limit, more.time.orElse(Duration.ZERO))));
    }

    /** Returns the sum of two durations that are not negative, or the greatest duration if the sum is greater. */
    static Duration sum(Duration limit, Duration more) {
        try {
            return limit.plus(more);
        } catch (ArithmeticException overflow) {
            return LONGEST;
        }
    }

    private static OptionalLong sum(OptionalLong limit, OptionalLong more) {
        if (limit.isEmpty() || more.isEmpty()) {
            return limit;
        }
        return OptionalLong.of(limit.getAsLong() + Math.min(more.getAsLong(), Long.MAX_VALUE - limit.getAsLong()));
    }

    private static OptionalLong smaller(OptionalLong a, OptionalLong b) {
        return a.isEmpty() || (b.isPresent() && b.getAsLong() < a.getAsLong()) ? b : a;
    }

    private static <T extends Comparable<T>> Optional<T> smaller(Optional<T> a, Optional<T> b) {
        return a.isEmpty() || (b.isPresent() && b.get().compareTo(a.get()) < 0) ? b : a;
    }
}
