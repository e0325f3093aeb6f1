package dev.escapement.thread;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that were answered although their step may have taken effect, and whose idempotency key has not been reused
 * since. Immutable.
 *
 * @param calls the calls, oldest first
 */
record DoubtfulCalls(List<CallProgress> calls) {

    static final DoubtfulCalls NONE = new DoubtfulCalls(List.of());

    /** The number of calls that are remembered, so that the cost of a step does not grow. */
    private static final int MAX_CALLS = 100;

    /** Returns the calls after a failure of a step. */
    DoubtfulCalls after(Event.StepFailed failure, @Nullable CallProgress call) {
        if (!failure.mayHaveTakenEffect() || call == null) {
            return this;
        }
        List<CallProgress> more = new ArrayList<>(calls);
        more.add(call);
        return new DoubtfulCalls(more.size() > MAX_CALLS ? new ArrayList<>(more.subList(1, more.size())) : more);
    }

    /** Returns the calls without those whose idempotency key the step of an answered call has reused. */
    DoubtfulCalls settledBy(@Nullable CallProgress answered) {
        Event.StepStarted started = answered == null || calls.isEmpty() ? null : answered.started();
        if (started == null) {
            return this;
        }
        List<CallProgress> others = new ArrayList<>(calls);
        others.removeIf(earlier -> key(earlier).equals(started.idempotencyKey()));
        return new DoubtfulCalls(others);
    }

    private static String key(CallProgress call) {
        Event.StepStarted started = call.started();
        return started == null ? "" : started.idempotencyKey();
    }
}
