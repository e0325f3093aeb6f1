package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.BudgetUsage;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.thread.Start;
import dev.escapement.tool.ToolSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules for the start of child threads: their depth, limits and labels. */
final class ChildThreads {

    private static final int COST_SCALE = 9;

    private ChildThreads() {}

    /** Returns the event for a step that delegated: the start of the child, or a failure if the child must not start. */
    static Event delegated(
            AgentLoop loop, AgentThread parent, String callId, Outcome.Delegated outcome, Instant at, Duration took) {
        DelegateStart<?> delegate = outcome.start();
        int depth = ParentCall.pathOf(parent).size();
        if (depth > maxDepth(loop, parent)) {
            return new Event.StepFailed(at, callId, ModelMessages.childTooDeep(), true, false, took);
        }
        Optional<Budget> budget = budget(loop, parent, callId, delegate);
        if (budget.isEmpty()) {
            return new Event.StepFailed(at, callId, ModelMessages.childWithoutBudget(), true, false, took);
        }
        return new DelegateStarted(
                at,
                callId,
                delegate.agent(),
                ChildIds.of(parent.id(), callId),
                labelled(parent, delegate.start()),
                budget.get(),
                outcome.joins());
    }

    /** Returns the maximum length of the path of a child: the smallest limit of the agents on the path. */
    static int maxDepth(AgentLoop loop, AgentThread parent) {
        int own = ParentCall.pathOf(parent).size() - 1 + loop.maxDepth();
        return ParentCall.of(parent).map(call -> Math.min(call.maxDepth(), own)).orElse(own);
    }

    private static Start labelled(AgentThread parent, Start start) {
        Map<String, String> labels = new TreeMap<>(start.labels());
        labels.putAll(((Event.Started) parent.events().get(0)).start().labels()); // all labels select whole trees
        return new Start(start.input(), start.trigger(), start.payload(), start.files(), labels);
    }

    /**
     * Returns the limits of a child. A limit on tokens or cost that the parent has, but the delegate does not, is an equal
     * share of the rest for each delegate that the reply can still open. A limit of the delegate is at most the rest.
     *
     * @return the limits; empty if the parent has no tokens or no money left
     */
    private static Optional<Budget> budget(
            AgentLoop loop, AgentThread parent, String callId, DelegateStart<?> delegate) {
        BudgetUsage usage = parent.usage();
        if (usage.threadExhausted(parent.budget()).isPresent()) {
            return Optional.empty();
        }
        int sharing = delegatesToOpen(loop, parent, callId);
        Budget given = delegate.budget();
        Budget budget = given.narrowedBy(delegate.agentBudget());
        if (parent.budget().tokens().isPresent()) {
            long rest = parent.budget().tokens().getAsLong() - usage.tokens();
            long share = given.tokens().isPresent() ? rest : Math.max(1, rest / sharing);
            budget = budget.narrowedBy(Budget.UNLIMITED.withTokens(share));
        }
        if (parent.budget().cost().isPresent()) {
            BigDecimal rest = parent.budget().cost().get().subtract(usage.cost());
            budget = budget.narrowedBy(
                    Budget.UNLIMITED.withCost(given.cost().isPresent() ? rest : share(rest, sharing)));
        }
        return Optional.of(budget);
    }

    private static BigDecimal share(BigDecimal rest, int sharing) {
        if (sharing == 1) {
            return rest;
        }
        BigDecimal share =
                rest.divide(BigDecimal.valueOf(sharing), Math.max(COST_SCALE, rest.scale()), RoundingMode.DOWN);
        return share.signum() > 0 ? share.stripTrailingZeros() : rest;
    }

    /** Returns the number of calls of the reply that can still delegate, with the given one: 1 or more. */
    private static int delegatesToOpen(AgentLoop loop, AgentThread parent, String callId) {
        ReplyProgress reply = parent.state().reply();
        int number = 1;
        if (reply != null) {
            for (CallProgress call : reply.calls()) {
                boolean isOther = !call.selected().id().equals(callId);
                number += isOther && !call.answered() && call.delegate() == null && delegates(loop, call) ? 1 : 0;
            }
        }
        return number;
    }

    private static boolean delegates(AgentLoop loop, CallProgress call) {
        String tool = call.call().tool();
        return isKnown(loop, tool)
                && switch (loop.flow(tool)) {
                    case DELEGATES -> true;
                    case RETURNS, SELECTS, PAUSES, FINISHES -> false;
                };
    }

    static boolean isKnown(AgentLoop loop, String tool) {
        return ToolSpec.named(tool, loop.tools()).isPresent();
    }
}
