package dev.escapement.engine;

import dev.escapement.Delegate;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Start;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;

/**
 * The start of a child thread. Created by generated loops.
 *
 * @param agent the name of the child's agent
 * @param start the input of the child
 * @param budget the limits of this child, in addition to those of its agent
 * @param agentBudget the limits of the child's agent, so that a driver without its loop can create the child
 * @param <A> the agent class of the child
 */
public record DelegateStart<A>(String agent, Start start, Budget budget, Budget agentBudget) implements Delegate<A> {
    public DelegateStart {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(agentBudget, "agentBudget");
    }

    /** Creates a start of an agent without limits. */
    public DelegateStart(String agent, Start start, Budget budget) {
        this(agent, start, budget, Budget.UNLIMITED);
    }

    /** Creates a start of an agent with the given settings. */
    public DelegateStart(String agent, Start start, Policy policy) {
        this(agent, start, Budget.UNLIMITED, policy.budget());
    }

    /** Creates a start without limits. */
    public DelegateStart(String agent, Start start) {
        this(agent, start, Budget.UNLIMITED);
    }

    @Override
    public Delegate<A> label(String name, String value) {
        return new DelegateStart<>(agent, start.label(name, value), budget, agentBudget);
    }

    @Override
    public Delegate<A> maxSteps(long limit) {
        return with(budget.withSteps(limit));
    }

    @Override
    public Delegate<A> maxModelCalls(long limit) {
        return with(budget.withModelCalls(limit));
    }

    @Override
    public Delegate<A> maxTokens(long limit) {
        return with(budget.withTokens(limit));
    }

    @Override
    public Delegate<A> maxCost(BigDecimal limit) {
        return with(budget.withCost(limit));
    }

    @Override
    public Delegate<A> maxTime(Duration limit) {
        return with(budget.withTime(limit));
    }

    private Delegate<A> with(Budget limits) {
        return new DelegateStart<>(agent, start, limits, agentBudget);
    }
}
