package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.ThreadStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A fault in the calls of steps, up to a number of times for each step. */
final class FaultyStep implements FaultRun.Fault {

    private final StepFault fault;
    private final World.Moment moment;
    private final Predicate<String> keys;
    private final int times;
    private final Map<String, Integer> happened = new ConcurrentHashMap<>();

    /**
     * Creates a fault.
     *
     * @param keys selects steps by their idempotency keys
     */
    FaultyStep(StepFault fault, World.Moment moment, Predicate<String> keys, int times) {
        this.fault = fault;
        this.moment = moment;
        this.keys = keys;
        this.times = times;
    }

    @Override
    public ThreadStore prepare(FragileStore store, Disk disk, World world) {
        world.disturbedBy((when, entry) -> {
            String key = entry.key();
            if (when == moment && !key.isEmpty() && keys.test(key) && happened.merge(key, 1, Integer::sum) <= times) {
                fault.happen(store);
            }
        });
        return store;
    }
}
