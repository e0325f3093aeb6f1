package dev.escapement.processor.model;

import static dev.escapement.processor.model.AgentFixtures.FINISHES;
import static dev.escapement.processor.model.AgentFixtures.RETURNS;
import static dev.escapement.processor.model.AgentFixtures.agent;
import static dev.escapement.processor.model.AgentFixtures.hidden;
import static dev.escapement.processor.model.AgentFixtures.offered;
import static dev.escapement.processor.model.AgentFixtures.selects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the possible sequences of steps in an agent. The cases of diagnostics cover the resulting messages. */
class AgentGraphTest {

    @Test
    void shortestCycleBeginsAndEndsAtItsFirstStep() {
        AgentGraph graph = AgentGraph.of(agent(
                offered("a", selects("b", "d")),
                offered("b", selects("c")),
                offered("c", selects("a")),
                offered("d", selects("a"))));

        assertEquals(List.of(List.of("a", "d", "a")), names(graph.closedCycles()));
    }

    @Test
    void ofCirclesThatLeadIntoEachOtherTheLastIsClosed() {
        AgentGraph graph = AgentGraph.of(agent(
                offered("a", selects("b")),
                offered("b", selects("a", "c")),
                offered("c", selects("d")),
                offered("d", selects("c"))));

        assertEquals(List.of(List.of("c", "d", "c")), names(graph.closedCycles()));
    }

    @Test
    void whatFollowsAStepThatCannotRunIsNotToldToo() {
        AgentGraph graph = AgentGraph.of(agent(
                offered("a", FINISHES),
                hidden("after", RETURNS),
                hidden("lost", selects("after", "far")),
                hidden("far", selects("after"))));

        assertEquals(
                List.of("lost"),
                graph.unreachable().stream().map(StepModel::method).toList());
    }

    @Test
    void ifNothingIsOfferedNoStepIsToldOfByItself() {
        AgentGraph graph = AgentGraph.of(agent(hidden("a", RETURNS), hidden("b", FINISHES)));

        assertTrue(graph.offersNothing());
        assertEquals(List.of(), graph.unreachable());
    }

    @Test
    void stepWithInvalidReturnTypeMaySelectAllSteps() {
        AgentGraph graph =
                AgentGraph.of(agent(offered("a", new StepModel.Flow.Unreadable()), hidden("b", selects("b", "a"))));

        assertEquals(List.of(), graph.unreachable());
        assertEquals(List.of(), graph.closedCycles());
        assertFalse(graph.neverFinishes());
    }

    @Test
    void aStepWithoutAToolMayBeForAnyTool() {
        UnreadMembers.UnreadStep unread = new UnreadMembers.UnreadStep(Optional.empty(), true, selects("b"));
        AgentGraph graph = AgentGraph.of(agent(List.of(unread), hidden("b", selects("missing"))));

        assertTrue(graph.mayHaveStepFor(AgentFixtures.type("missing")));
        assertEquals(List.of(), graph.unreachable(), "it selects b, whatever its tool is");
        assertTrue(graph.neverFinishes(), "neither of the two finishes");
        assertFalse(graph.offersNothing());
    }

    @Test
    void aStepWithARecordThatIsNoToolYetIsForThatRecord() {
        UnreadMembers.UnreadStep unread =
                new UnreadMembers.UnreadStep(Optional.of(AgentFixtures.type("meant")), true, FINISHES);
        AgentGraph graph = AgentGraph.of(agent(List.of(unread), offered("a", selects("meant"))));

        assertTrue(graph.mayHaveStepFor(AgentFixtures.type("meant")));
        assertFalse(graph.mayHaveStepFor(AgentFixtures.type("other")));
        assertEquals(List.of(), graph.closedCycles());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void closedCyclesAreStepsWithoutAWayOut(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            AgentModel agent = random(random);
            Set<String> trapped = names(agent);
            trapped.removeAll(leadingTo(agent, outside(agent)));

            List<List<String>> cycles = names(AgentGraph.of(agent).closedCycles());

            Set<String> told = new HashSet<>();
            for (List<String> cycle : cycles) {
                assertEquals(cycle.get(0), cycle.get(cycle.size() - 1));
                for (int at = 1; at < cycle.size(); at++) {
                    assertTrue(selected(agent, cycle.get(at - 1)).contains(cycle.get(at)));
                    assertTrue(told.add(cycle.get(at)), "each step once, in one cycle");
                }
            }
            assertTrue(trapped.containsAll(told), () -> told + " of " + trapped);
            assertTrue(leadingTo(agent, told).containsAll(trapped), "what never gets out gets into one of them");
            for (List<String> cycle : cycles) {
                Set<String> others = new HashSet<>(told);
                others.removeAll(cycle);
                others.retainAll(following(agent, Set.copyOf(cycle)));
                assertEquals(Set.of(), others, "none leads into another one");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void unreachableStepsAreReportedAtTheirRoots(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            AgentModel agent = random(random);
            Set<String> entries = new HashSet<>();
            agent.steps().stream().filter(step -> step.offered().value()).forEach(step -> entries.add(step.method()));
            if (entries.isEmpty()) {
                continue;
            }
            Set<String> told = new HashSet<>();
            AgentGraph.of(agent).unreachable().forEach(step -> told.add(step.method()));

            Set<String> reachable = following(agent, entries);
            assertTrue(told.stream().noneMatch(reachable::contains));
            entries.addAll(told);
            assertEquals(names(agent), following(agent, entries));
            for (String one : told) {
                Set<String> others = new HashSet<>(entries);
                others.remove(one);
                assertFalse(following(agent, others).contains(one), "none of them is told without need");
            }
        }
    }

    /** Returns an agent of few steps, so that all ways to connect them occur. */
    private static AgentModel random(Random random) {
        int size = 1 + random.nextInt(6);
        List<StepModel> steps = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<String> next = new HashSet<>();
            for (int edges = random.nextInt(3); edges > 0; edges--) {
                next.add("s" + random.nextInt(size));
            }
            StepModel.Flow flow =
                    next.isEmpty() ? RETURNS : selects(next.stream().sorted().toArray(String[]::new));
            steps.add(random.nextInt(3) == 0 ? offered("s" + i, flow) : hidden("s" + i, flow));
        }
        return agent(steps.toArray(StepModel[]::new));
    }

    private static Set<String> outside(AgentModel agent) {
        Set<String> outside = new HashSet<>();
        agent.steps().stream()
                .filter(step -> !(step.flow() instanceof StepModel.Flow.Selects))
                .forEach(step -> outside.add(step.method()));
        return outside;
    }

    @Test
    void joinReachesTheStepsThatItSelects() {
        StepModel delegating = AgentFixtures.offered("Write", AgentFixtures.DELEGATES);
        StepModel next = AgentFixtures.hidden("Review", AgentFixtures.selects("Write"));
        StepModel end = AgentFixtures.hidden("End", AgentFixtures.FINISHES);
        JoinModel join = AgentFixtures.join("Write", AgentFixtures.selects("Review", "End"));

        AgentGraph graph = AgentGraph.of(AgentFixtures.agentWithJoins(List.of(join), delegating, next, end));

        assertEquals(List.of(next, end), graph.selectedBy(delegating));
        assertEquals(List.of(), graph.unreachable());
        assertEquals(List.of(), graph.closedCycles());
        assertEquals(
                List.of(next, end),
                AgentGraph.of(AgentFixtures.agent(delegating, next, end)).unreachable());
    }

    /** Returns the steps from which a goal is reachable, including the goals, by iteration to a fixed point. */
    private static Set<String> leadingTo(AgentModel agent, Set<String> goals) {
        Set<String> leading = new HashSet<>(goals);
        while (agent.steps().stream()
                .filter(step -> selected(step).stream().anyMatch(leading::contains))
                .map(StepModel::method)
                .map(leading::add)
                .reduce(false, (a, b) -> a || b)) {
            // repeat until nothing changes
        }
        return leading;
    }

    private static Set<String> following(AgentModel agent, Set<String> begin) {
        Set<String> following = new HashSet<>();
        List<String> open = new ArrayList<>(begin);
        while (!open.isEmpty()) {
            String step = open.remove(open.size() - 1);
            if (following.add(step)) {
                open.addAll(selected(agent, step));
            }
        }
        return following;
    }

    private static List<String> selected(AgentModel agent, String name) {
        return agent.steps().stream()
                .filter(step -> step.method().equals(name))
                .flatMap(step -> selected(step).stream())
                .toList();
    }

    private static List<String> selected(StepModel step) {
        return step.flow() instanceof StepModel.Flow.Selects selects
                ? selects.tools().stream().map(ToolModel::name).toList()
                : List.of();
    }

    private static Set<String> names(AgentModel agent) {
        Set<String> names = new HashSet<>();
        agent.steps().forEach(step -> names.add(step.method()));
        return names;
    }

    private static List<List<String>> names(List<List<StepModel>> ways) {
        return ways.stream()
                .map(way -> way.stream().map(StepModel::method).toList())
                .toList();
    }
}
