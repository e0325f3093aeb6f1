package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.ThreadStore;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault in the calls of a step, up to a number of times. */
final class FaultyStep implements Fault {

    private final StepFault fault;
    private final World.Moment moment;
    private final String key;
    private final AtomicInteger times;

    FaultyStep(StepFault fault, World.Moment moment, String key, int times) {
        this.fault = fault;
        this.moment = moment;
        this.key = key;
        this.times = new AtomicInteger(times);
    }

    @Override
    public ThreadStore prepare(FragileStore store, Disk disk, World world) {
        world.disturbedBy((when, entry) -> {
            if (when == moment && entry.key().equals(key) && times.getAndDecrement() > 0) {
                fault.happen(store);
            }
        });
        return store;
    }
}
