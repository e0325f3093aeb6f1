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
record Played(AgentThread thread, SortedMap<Integer, ModelRequest> requests, List<Integer> deeds, World world) {

    /** Plays a scenario in one go. */
    static Played uninterrupted(Scenario scenario) {
        World world = new World();
        return played(world, new Worker(scenario, world, FragileStore.never(), Doubt.LOOK_IT_UP));
    }

    /** Plays a scenario in two processes: the first is gone when a number of events are stored. */
    static Played crashedAfter(Scenario scenario, int events, Doubt doubt) {
        return crashed(scenario, FragileStore.after(events), doubt);
    }

    /** Plays a scenario in two processes: the first is gone before it could store one more than a number of events. */
    static Played crashedBefore(Scenario scenario, int events, Doubt doubt) {
        return crashed(scenario, FragileStore.before(events), doubt);
    }

    /**
     * Plays a scenario in many processes: each stores one event in a file and is gone, but for the start of a DESTRUCTIVE
     * step, which nobody would ever dare to run then.
     *
     * @param directory where the file is
     * @param processes is told how many processes there were
     */
    static Played crashedAfterEachEvent(Scenario scenario, Path directory, IntConsumer processes) {
        World world = new World();
        for (int i = 1; ; i++) {
            FragileStore store = fragile().on(FileThreadStore.in(directory));
            try {
                Played played = played(world, new Worker(scenario, world, store, Doubt.LOOK_IT_UP));
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

    private static Played crashed(Scenario scenario, FragileStore store, Doubt doubt) {
        World world = new World();
        try {
            new Worker(scenario, world, store, doubt).run();
        } catch (Crash expected) {
            FragileStore another = FragileStore.never().with(store.json(Worker.ID));
            return played(world, new Worker(scenario, world, another, doubt));
        }
        throw new AssertionError("the first process did not crash");
    }

    private static Played played(World world, Worker worker) {
        return new Played(worker.run(), worker.requests(), worker.deeds(), world);
    }

    List<Event> events() {
        return thread.events();
    }

    /** What was done between two events, the second of which tells of it. */
    List<World.Entry> doneBefore(int event) {
        return world.journal().subList(deeds.get(event - 1), deeds.get(event));
    }
}
