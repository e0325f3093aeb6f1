package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.AgentLoop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The threads of all scenarios, both uninterrupted and with a crash while a step was running. */
final class ScenarioThreads {

    private ScenarioThreads() {}

    /** A thread and its scenario. */
    record ScenarioThread(Scenario scenario, AgentThread thread) {

        /** Returns all prefixes of this thread. */
        List<AgentThread> prefixes() {
            return IntStream.rangeClosed(1, thread.events().size())
                    .mapToObj(length ->
                            new AgentThread(thread.id(), thread.events().subList(0, length)))
                    .toList();
        }

        /** Returns the loop of the scenario's agent in a world of its own. */
        AgentLoop loop() {
            return scenario.agent().apply(new World());
        }
    }

    static List<ScenarioThread> all() {
        List<ScenarioThread> threads = new ArrayList<>();
        for (Scenario scenario : Scenarios.all()) {
            ScenarioRun whole = ScenarioRun.uninterrupted(scenario);
            threads.add(new ScenarioThread(scenario, whole.thread()));
            for (int stored = 1; stored < whole.events().size(); stored++) {
                if (whole.events().get(stored - 1) instanceof Event.StepStarted) {
                    UncertainStepDecision doubt = whole.events().get(stored) instanceof Event.StepReturned
                            ? UncertainStepDecision.LOOK_IT_UP
                            : UncertainStepDecision.RERUN;
                    threads.add(new ScenarioThread(
                            scenario,
                            ScenarioRun.crashedBefore(scenario, stored, doubt).thread()));
                }
            }
        }
        return threads;
    }
}
