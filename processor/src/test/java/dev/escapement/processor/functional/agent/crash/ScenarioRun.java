package dev.escapement.processor.functional.agent.crash;

import dev.escapement.model.ModelRequest;
import dev.escapement.run.FileThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntConsumer;

/**
 * The result of running a scenario.
 *
 * @param thread the thread at the end
 * @param requests the requests to the model by number; after a crash only those since then
 * @param deeds the number of journal entries of the world by the length of the thread, for the events that the runner
 *     recorded; after a crash only since then
 * @param world the world at the end
 */
record ScenarioRun(
        AgentThread thread, SortedMap<Integer, ModelRequest> requests, SortedMap<Integer, Integer> deeds, World world) {

    /** Runs a scenario without interruption. */
    static ScenarioRun uninterrupted(Scenario scenario) {
        World world = new World();
        return played(
                world, new ScenarioWorker(scenario, world, FragileStore.never(), UncertainStepDecision.LOOK_IT_UP));
    }

    /** Runs a scenario in two processes, the first of which crashes after a number of stored events. */
    static ScenarioRun crashedAfter(Scenario scenario, int events, UncertainStepPolicy doubt) {
        return crashed(scenario, FragileStore.after(events), doubt);
    }

    /**
     * Runs a scenario in two processes, the first of which crashes before it stores one more than a number of events.
     */
    static ScenarioRun crashedBefore(Scenario scenario, int events, UncertainStepPolicy doubt) {
        return crashed(scenario, FragileStore.before(events), doubt);
    }

    /**
     * Runs a scenario in many processes, each of which stores one event in a file and crashes. The starts of steps are
     * excluded, because a step that never ends has a limited number of attempts.
     *
     * @param directory the directory of the file
     * @param processes receives the number of processes
     */
    static ScenarioRun crashedAfterEachEvent(Scenario scenario, Path directory, IntConsumer processes) {
        World world = new World();
        for (int i = 1; ; i++) {
            FragileStore store = FragileStore.afterAny(event -> !(event instanceof Event.StepStarted))
                    .on(FileThreadStore.in(directory));
            try {
                ScenarioRun played =
                        played(world, new ScenarioWorker(scenario, world, store, UncertainStepDecision.LOOK_IT_UP));
                processes.accept(i);
                return played;
            } catch (RuntimeException e) {
                Crash.require(e); // the next process continues
            }
        }
    }

    private static ScenarioRun crashed(Scenario scenario, FragileStore store, UncertainStepPolicy doubt) {
        World world = new World();
        try {
            new ScenarioWorker(scenario, world, store, doubt).run();
        } catch (RuntimeException e) {
            Crash.require(e);
            FragileStore another = FragileStore.never().with(store.json(ScenarioWorker.ID));
            return played(world, new ScenarioWorker(scenario, world, another, doubt));
        }
        throw new AssertionError("the first process did not crash");
    }

    private static ScenarioRun played(World world, ScenarioWorker worker) {
        return new ScenarioRun(worker.run(), worker.requests(), worker.deeds(), world);
    }

    List<Event> events() {
        return thread.events();
    }

    /** Returns the journal entries between an event and the one before it. */
    List<World.Entry> doneBefore(int event) {
        return world.journal().subList(deedsAt(event), deedsAt(event + 1));
    }

    private int deedsAt(int length) {
        SortedMap<Integer, Integer> earlier = deeds.headMap(length + 1);
        return earlier.get(earlier.lastKey());
    }
}
