package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Effect;
import dev.escapement.model.ModelRequest;
import dev.escapement.run.FileThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntConsumer;

/**
 * What came of a scenario.
 *
 * @param thread the thread in the end
 * @param requests what the model was shown, by the number of the request; after a crash only what it was shown then
 * @param deeds how many deeds the journal of the world had when each event was stored; after a crash only those stored
 *     then
 * @param world the world in the end
 */
record ScenarioRun(AgentThread thread, SortedMap<Integer, ModelRequest> requests, List<Integer> deeds, World world) {

    /** Plays a scenario in one go. */
    static ScenarioRun uninterrupted(Scenario scenario) {
        World world = new World();
        return played(
                world, new ScenarioWorker(scenario, world, FragileStore.never(), UncertainStepDecision.LOOK_IT_UP));
    }

    /** Plays a scenario in two processes: the first is gone when a number of events are stored. */
    static ScenarioRun crashedAfter(Scenario scenario, int events, UncertainStepDecision doubt) {
        return crashed(scenario, FragileStore.after(events), doubt);
    }

    /** Plays a scenario in two processes: the first is gone before it could store one more than a number of events. */
    static ScenarioRun crashedBefore(Scenario scenario, int events, UncertainStepDecision doubt) {
        return crashed(scenario, FragileStore.before(events), doubt);
    }

    /**
     * Plays a scenario in many processes: each stores one event in a file and is gone, but for the start of a DESTRUCTIVE
     * step, which nobody would ever dare to run then.
     *
     * @param directory where the file is
     * @param processes is told how many processes there were
     */
    static ScenarioRun crashedAfterEachEvent(Scenario scenario, Path directory, IntConsumer processes) {
        World world = new World();
        for (int i = 1; ; i++) {
            FragileStore store = fragile().on(FileThreadStore.in(directory));
            try {
                ScenarioRun played =
                        played(world, new ScenarioWorker(scenario, world, store, UncertainStepDecision.LOOK_IT_UP));
                processes.accept(i);
                return played;
            } catch (Crash expected) {
                // the next process goes on
            }
        }
    }

    private static FragileStore fragile() {
        return FragileStore.afterAny(
                event -> !(event instanceof Event.StepStarted started) || started.effect() != Effect.DESTRUCTIVE);
    }

    private static ScenarioRun crashed(Scenario scenario, FragileStore store, UncertainStepDecision doubt) {
        World world = new World();
        try {
            new ScenarioWorker(scenario, world, store, doubt).run();
        } catch (Crash expected) {
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

    /** What was done between two events, the second of which tells of it. */
    List<World.Entry> doneBefore(int event) {
        return world.journal().subList(deeds.get(event - 1), deeds.get(event));
    }
}
