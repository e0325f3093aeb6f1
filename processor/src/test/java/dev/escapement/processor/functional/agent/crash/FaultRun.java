package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.DriveException;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.concurrent.Executor;

/** A run of a scenario by as many processes as its faults require. A person lets uncertain steps run again by default. */
final class FaultRun {

    /** A fault in one or several of the processes of a run. */
    @FunctionalInterface
    interface Fault {

        /** Returns the store for the next process. */
        ThreadStore prepare(FragileStore store, Disk disk, World world);
    }

    private static final int MAX_PROCESSES = 200;

    private final Scenario scenario;
    private final Disk disk;
    private final Executor executor;
    private final UncertainStepPolicy policy;
    private final World world = new World();

    FaultRun(Scenario scenario, Disk disk, Executor executor, UncertainStepPolicy policy) {
        this.scenario = scenario;
        this.disk = disk;
        this.executor = executor;
        this.policy = policy;
    }

    /** Runs the scenario with a fault. */
    ScenarioRun with(Fault fault) {
        for (int process = 1; process <= MAX_PROCESSES; process++) {
            FragileStore store = FragileStore.never().on(disk.open());
            try {
                ScenarioWorker worker = new ScenarioWorker(
                                scenario, world, fault.prepare(store, disk, world), policy, executor)
                        .withEndlessModel();
                return new ScenarioRun(worker.run(), worker.requests(), worker.deeds(), world);
            } catch (RuntimeException | Error e) {
                InjectedFault.require(e); // the next process continues
                requirePrefix(e, store);
            } finally {
                boolean unused = Thread.interrupted();
            }
        }
        throw new AssertionError("the thread does not end");
    }

    /** Requires that an exception carries the recorded thread. */
    private void requirePrefix(Throwable thrown, FragileStore store) {
        if (thrown instanceof DriveException e) {
            List<Event> stored = store.stored(ScenarioWorker.ID);
            List<Event> carried = e.thread().events();
            if (!stored.subList(0, carried.size()).equals(carried)) {
                throw new AssertionError("the exception carries another thread", thrown);
            }
        }
    }
}
