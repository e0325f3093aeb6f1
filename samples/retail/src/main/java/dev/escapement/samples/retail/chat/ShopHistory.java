package dev.escapement.samples.retail.chat;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Outcome;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.HashMap;
import java.util.Map;

/**
 * A replayer that restores an in-memory shop by repeating the steps of earlier conversations. A shop with a database
 * does not need this.
 */
final class ShopHistory {

    private final AgentLoop loop;

    ShopHistory(AgentLoop loop) {
        this.loop = loop;
    }

    /** Repeats, in order, the steps with which a thread changed the shop. */
    void repeat(AgentThread thread) {
        Map<String, Event.StepStarted> started = new HashMap<>();
        for (Event event : thread.events()) {
            switch (event.kind()) {
                case STEP_STARTED -> {
                    Event.StepStarted start = (Event.StepStarted) event;
                    started.put(start.callId(), start);
                }
                case STEP_RETURNED -> {
                    Event.StepStarted start = started.get(((Event.StepReturned) event).callId());
                    if (start != null && start.effect() != Effect.READ) {
                        repeat(thread, start);
                    }
                }
                default -> {} // other events, and those of later versions, do not change the shop
            }
        }
    }

    private void repeat(AgentThread thread, Event.StepStarted start) {
        Call call = thread.call(start.callId()).orElseThrow();
        String fault = call.tool() + " of thread " + thread.id() + " cannot run again: ";
        Outcome outcome;
        try {
            outcome = loop.run(call, new StepContext(thread.id(), call.id(), start.idempotencyKey()));
        } catch (Exception e) {
            throw new IllegalStateException(fault + e, e);
        }
        if (outcome instanceof Outcome.Failed failed) {
            throw new IllegalStateException(fault + failed.message());
        }
    }
}
