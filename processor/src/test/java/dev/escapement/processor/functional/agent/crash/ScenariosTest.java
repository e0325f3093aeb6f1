package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.thread.Event;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that the scenarios cover every feature of an agent, so that the crash tests apply to all of them. */
@ExtendWith(QuietLog.class)
class ScenariosTest {

    /** Time does not pass in the scenarios: the tests of timed questions cover the event {@link Event.Expired}. */
    @Test
    void everyKindOfEventHappens() {
        Set<String> kinds = new TreeSet<>(kinds(Event.class));
        kinds.remove(Event.Expired.class.getSimpleName());
        kinds.removeAll(List.of("AgentUpdated", "DelegateEnded", "DelegateStarted")); // in DelegateConversationTest

        assertEquals(
                kinds,
                ScenarioThreads.all().stream()
                        .flatMap(told -> told.thread().events().stream())
                        .map(event -> event.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyKindOfCommandIsGiven() {
        Set<String> kinds = new TreeSet<>(kinds(Command.class));
        kinds.removeAll(List.of("AwaitChild", "JoinChild")); // in DelegateConversationTest

        assertEquals(
                kinds,
                ScenarioThreads.all().stream()
                        .flatMap(told -> told.prefixes().stream().map(told.loop()::next))
                        .map(command -> command.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theAgentsHaveEveryEffectFlowAndPolicy() {
        assertEquals(EnumSet.complementOf(EnumSet.of(Effect.TRANSACTIONAL)), ofTools(AgentLoop::effect));
        assertEquals(EnumSet.complementOf(EnumSet.of(Flow.DELEGATES)), ofTools(AgentLoop::flow));
        assertEquals(Set.of(true, false), ofTools(AgentLoop::gated));
        assertEquals(Set.of(true, false), ofTools(AgentLoop::offered));
        assertEquals(
                EnumSet.allOf(OnText.class),
                loops().map(loop -> loop.policy().onText()).collect(Collectors.toSet()));
        assertEquals(
                EnumSet.allOf(OnFailures.class),
                loops().map(loop -> loop.policy().onFailures()).collect(Collectors.toSet()));
    }

    @Test
    void theWorldIsChangedAsTheModelAndPeopleSay() {
        for (Scenario scenario : Scenarios.all()) {
            assertEquals(
                    scenario.changes(),
                    List.copyOf(ScenarioRun.uninterrupted(scenario)
                            .world()
                            .changes()
                            .values()),
                    scenario::name);
        }
    }

    @Test
    void theModelSaysAllThatIsWrittenDown() {
        for (Scenario scenario : Scenarios.all()) {
            assertEquals(
                    scenario.replies().size(),
                    ScenarioRun.uninterrupted(scenario).requests().size(),
                    scenario::name);
        }
    }

    @Test
    void thereAreFiveAgents() {
        assertEquals(5, loops().map(AgentLoop::agent).distinct().count());
    }

    private static <T> Set<T> ofTools(BiFunction<AgentLoop, String, T> property) {
        return loops().flatMap(loop -> loop.tools().stream().map(tool -> property.apply(loop, tool.name())))
                .collect(Collectors.toSet());
    }

    private static Stream<AgentLoop> loops() {
        return Scenarios.all().stream().map(scenario -> scenario.agent().apply(new World()));
    }

    private static Set<String> kinds(Class<?> sealed) {
        return kindsOf(sealed).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(ScenariosTest::kindsOf)
                : Stream.of(type.getSimpleName());
    }
}
