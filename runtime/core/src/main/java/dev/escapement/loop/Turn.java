package dev.escapement.loop;

import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reply of the model and what became of it. The calls are in the model's order; a call that a step selected comes
 * right after the call whose step that was.
 */
final class Turn {

    private final int number;
    private final Instant at;
    private final String text;
    private final StopReason stop;
    private final long stepsBefore;
    private final List<CallProgress> calls = new ArrayList<>();
    private final Map<String, CallProgress> byId = new HashMap<>();

    /**
     * A turn of which only the reply is known.
     *
     * @param number 1 for the first reply of the thread
     * @param stepsBefore how many steps had been started before
     */
    Turn(int number, Event.ModelReplied reply, long stepsBefore) {
        this.number = number;
        this.at = reply.at();
        this.text = reply.text();
        this.stop = reply.stop();
        this.stepsBefore = stepsBefore;
        for (Call call : reply.calls()) {
            add(calls.size(), new CallProgress(call, false));
        }
    }

    private void add(int index, CallProgress progress) {
        calls.add(index, progress);
        byId.put(progress.selected().id(), progress);
    }

    /** Takes note of an event; false if the turn has no such call. */
    boolean happened(Event.OfCall event) {
        CallProgress progress = byId.get(event.callId());
        if (progress == null) {
            return false;
        }
        progress.happened(event);
        if (event instanceof Event.CallSelected selection) {
            add(calls.indexOf(progress) + 1, new CallProgress(selection.next(), true));
        }
        return true;
    }

    int number() {
        return number;
    }

    Instant at() {
        return at;
    }

    String text() {
        return text;
    }

    StopReason stop() {
        return stop;
    }

    /** Whether the budget left no request after this one, or one step: only finishing tools were offered then. */
    boolean wasLast(Budget budget) {
        return number >= budget.modelCalls().orElse(Long.MAX_VALUE)
                || stepsBefore + 1 >= budget.steps().orElse(Long.MAX_VALUE);
    }

    List<CallProgress> calls() {
        return calls;
    }
}
