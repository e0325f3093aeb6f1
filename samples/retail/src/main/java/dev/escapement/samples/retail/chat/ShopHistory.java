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
 * Brings a shop that only lives in memory to where earlier conversations left it: whatever they changed is done again. A
 * shop with a database of its own has no need for this.
 */
final class ShopHistory {

    private final AgentLoop loop;

    ShopHistory(AgentLoop loop) {
        this.loop = loop;
    }

    /** Does again what the steps of a thread did, in their order. */
    void repeat(AgentThread thread) {
        Map<String, Event.StepStarted> started = new HashMap<>();
        for (Event event : thread.events()) {
            if (event instanceof Event.StepStarted start) {
                started.put(start.callId(), start);
            } else if (event instanceof Event.StepReturned returned) {
                Event.StepStarted start = started.get(returned.callId());
                if (start != null && start.effect() != Effect.READ) {
                    repeat(thread, start);
                }
            }
        }
    }

    private void repeat(AgentThread thread, Event.StepStarted start) {
        Call call = thread.call(start.callId()).orElseThrow();
        String fault = "What " + call.tool() + " did in thread " + thread.id() + " cannot be done again: ";
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
