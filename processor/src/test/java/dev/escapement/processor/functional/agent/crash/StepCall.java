package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Effect;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A call whose step runs in an uninterrupted thread.
 *
 * @param callId the id of the call
 * @param effect the effect of the step
 * @param flow the flow of the step
 * @param changes whether the step changes the world
 * @param key the idempotency key
 * @param outcome the outcome
 */
record StepCall(String callId, Effect effect, String flow, boolean changes, String key, EventKind outcome) {

    /** Returns whether the step ends with an exception, declared or not. */
    boolean fails() {
        return outcome == EventKind.STEP_FAILED || outcome == EventKind.STEP_IN_DOUBT;
    }

    /** Returns the steps of a run, one for each key. */
    static List<StepCall> of(ScenarioRun whole) {
        List<StepCall> steps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event event : whole.events()) {
            if (event instanceof Event.StepStarted started && keys.add(started.idempotencyKey())) {
                List<Event.OfCall> attempts = RecoveryRules.attempts(whole, started.callId());
                steps.add(new StepCall(
                        started.callId(),
                        started.effect(),
                        started.flow(),
                        whole.world().hasChanged(started.idempotencyKey()),
                        started.idempotencyKey(),
                        attempts.get(1).kind()));
            }
        }
        return steps;
    }
}
