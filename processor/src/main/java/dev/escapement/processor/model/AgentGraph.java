package dev.escapement.processor.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The step graph of an agent, derived from the signatures of its steps and joins. The model selects offered steps, and
 * steps and joins that return a tool select other steps. Every other step leads back to the model or to the end. A step
 * that delegates calls the model of its child, so that a cycle through its join is not closed.
 *
 * <p>If a method could not be read, the graph allows only conclusions that are independent of its return type.
 */
public final class AgentGraph {

    private static final int NOWHERE = -1;

    private final AgentModel agent;
    private final List<StepModel> steps;
    private final Map<JavaType, List<Integer>> stepsOfTools = new HashMap<>();
    private final Set<JavaType> unreadTools = new HashSet<>();
    private final boolean allToolsKnown;
    private final boolean allFlowsKnown;

    /** The steps that each step or its join can select, in the order of the tools in its return type. */
    private final List<List<Integer>> selected = new ArrayList<>();

    /** The steps that can follow each step, directly or indirectly, without a model call. */
    private final List<BitSet> following = new ArrayList<>();

    private AgentGraph(AgentModel agent) {
        this.agent = agent;
        this.steps = agent.steps();
        List<UnreadMembers.UnreadStep> unread = agent.unread().steps();
        unread.forEach(step -> step.record().ifPresent(unreadTools::add));
        boolean allStepsKnown = !agent.unread().toolkits();
        this.allToolsKnown =
                allStepsKnown && unread.stream().noneMatch(step -> step.record().isEmpty());
        for (int i = 0; i < steps.size(); i++) {
            stepsOfTools
                    .computeIfAbsent(steps.get(i).tool().type(), tool -> new ArrayList<>())
                    .add(i);
        }
        steps.forEach(
                step -> selected.add(agent.selection(step).map(this::stepsOf).orElse(List.of())));
        for (int i = 0; i < steps.size(); i++) {
            following.add(reachedFrom(selected.get(i)));
        }
        this.allFlowsKnown = allStepsKnown
                && !agent.unread().joins()
                && flows().noneMatch(StepModel.Flow.Unreadable.class::isInstance);
    }

    /** Creates the graph of an agent. */
    public static AgentGraph of(AgentModel agent) {
        return new AgentGraph(agent);
    }

    /** Returns the steps that a step or its join can select, in the order of the tools in the return type. */
    public List<StepModel> selectedBy(StepModel step) {
        return agent.selection(step).map(this::stepsOf).orElse(List.of()).stream()
                .map(steps::get)
                .toList();
    }

    /** Returns whether the agent has a step for a tool, or an unreadable step that may accept the tool. */
    public boolean mayHaveStepFor(JavaType tool) {
        return !allToolsKnown || stepsOfTools.containsKey(tool) || unreadTools.contains(tool);
    }

    /** Returns whether the agent has steps but the model cannot select any of them. */
    public boolean offersNothing() {
        return !(steps.isEmpty() && agent.unread().steps().isEmpty())
                && !agent.unread().toolkits()
                && steps.stream().noneMatch(step -> step.offered().value())
                && agent.unread().steps().stream().noneMatch(UnreadMembers.UnreadStep::offered);
    }

    /** Returns whether the agent has steps but cannot end a thread with a result. */
    public boolean neverFinishes() {
        return allFlowsKnown
                && !(steps.isEmpty() && agent.unread().steps().isEmpty())
                && flows().noneMatch(StepModel.Flow.Finishes.class::isInstance)
                && agent.policy().onText().value() != PolicyModel.OnText.FINISH;
    }

    /**
     * Returns the agent's own steps that can never run, empty if no step can run. Excludes steps that are unreachable
     * only because they follow another unreachable step of the agent. Of unreachable steps that follow each other, only
     * the first is included. Steps of toolkits may be unreachable, because an agent need not use all of them.
     */
    public List<StepModel> unreachable() {
        if (!allFlowsKnown || offersNothing()) {
            return List.of();
        }
        BitSet reachable = reachable();
        List<StepModel> first = new ArrayList<>();
        for (int i = reachable.nextClearBit(0); i < steps.size(); i = reachable.nextClearBit(i + 1)) {
            int step = i;
            if (!agent.isOwn(steps.get(step).owner())) {
                continue;
            }
            boolean caused = indices()
                    .anyMatch(other -> other != step
                            && agent.isOwn(steps.get(other).owner())
                            && following.get(other).get(step)
                            && (other < step || !following.get(step).get(other)));
            if (!caused) {
                first.add(steps.get(step));
            }
        }
        return first;
    }

    private BitSet reachable() {
        List<Integer> entries = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).offered().value()) {
                entries.add(i);
            }
        }
        agent.unread().steps().forEach(step -> entries.addAll(selectedBy(step.flow())));
        return reachedFrom(entries);
    }

    /**
     * Returns the cycles of steps without an exit to the model, to a person, or to the end of the thread. Each cycle is
     * the shortest path from its first step, in declaration order, back to that step, which is both the first and the
     * last element. A cycle within one toolkit is excluded, because it is one of the toolkit itself.
     */
    public List<List<StepModel>> closedCycles() {
        List<List<StepModel>> cycles = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int step = i;
            BitSet after = following.get(step);
            boolean closed = after.get(step)
                    && selectsOnlySteps(step)
                    && after.stream()
                            .allMatch(other ->
                                    other >= step && following.get(other).get(step) && selectsOnlySteps(other));
            if (closed && !isWithinToolkit(after)) {
                cycles.add(shortestCycle(step));
            }
        }
        return cycles;
    }

    /** Returns whether a step always selects another readable step. */
    private boolean selectsOnlySteps(int step) {
        return steps.get(step).flow() instanceof StepModel.Flow.Selects selects
                && selects.tools().stream().allMatch(tool -> stepsOfTools.containsKey(tool.type()));
    }

    private boolean isWithinToolkit(BitSet some) {
        List<JavaType> owners = some.stream()
                .mapToObj(step -> steps.get(step).owner())
                .distinct()
                .toList();
        return owners.size() == 1 && !agent.isOwn(owners.get(0));
    }

    private List<StepModel> shortestCycle(int begin) {
        int[] cameFrom = new int[steps.size()];
        Arrays.fill(cameFrom, NOWHERE);
        Deque<Integer> open = new ArrayDeque<>(List.of(begin));
        while (cameFrom[begin] == NOWHERE) {
            int step = open.remove();
            for (int next : selected.get(step)) {
                if (cameFrom[next] == NOWHERE) {
                    cameFrom[next] = step;
                    open.add(next);
                }
            }
        }
        List<StepModel> way = new ArrayList<>(List.of(steps.get(begin)));
        for (int step = cameFrom[begin]; step != begin; step = cameFrom[step]) {
            way.add(steps.get(step));
        }
        way.add(steps.get(begin));
        Collections.reverse(way);
        return way;
    }

    private List<Integer> selectedBy(StepModel.Flow flow) {
        return flow instanceof StepModel.Flow.Selects selects ? stepsOf(selects) : List.of();
    }

    private List<Integer> stepsOf(StepModel.Flow.Selects selects) {
        return selects.tools().stream()
                .flatMap(tool -> stepsOfTools.getOrDefault(tool.type(), List.of()).stream())
                .toList();
    }

    private BitSet reachedFrom(List<Integer> begin) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            int step = open.remove();
            if (!reached.get(step)) {
                reached.set(step);
                open.addAll(selected.get(step));
            }
        }
        return reached;
    }

    private Stream<Integer> indices() {
        return Stream.iterate(0, i -> i < steps.size(), i -> i + 1);
    }

    /** Returns the flows of all steps, except those of toolkits that can never run in this agent. */
    private Stream<StepModel.Flow> flows() {
        BitSet reachable = reachable();
        return Stream.of(
                        indices()
                                .filter(step -> reachable.get(step)
                                        || agent.isOwn(steps.get(step).owner()))
                                .map(step -> steps.get(step).flow()),
                        agent.joins().stream().map(JoinModel::flow),
                        agent.unread().steps().stream().map(UnreadMembers.UnreadStep::flow))
                .flatMap(flows -> flows);
    }
}
