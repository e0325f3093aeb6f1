package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Instant;

/**
 * A visitor that returns the event that records the outcome of a step.
 *
 * @param thread the thread before the event
 * @param callId the id of the call whose step ran
 * @param at the time of the event
 */
record StepEvents(AgentThread thread, String callId, Instant at) implements Outcome.Visitor<Event> {

    @Override
    public Event returned(Outcome.Returned outcome) {
        return new Event.StepReturned(at, callId, outcome.result());
    }

    @Override
    public Event failed(Outcome.Failed outcome) {
        return new Event.StepFailed(at, callId, outcome.message(), true);
    }

    @Override
    public Event selected(Outcome.Selected outcome) {
        String id = FreeCallId.of(callId, taken -> thread.call(taken).isPresent());
        return new Event.CallSelected(at, callId, new Call(id, outcome.tool(), outcome.arguments()));
    }

    @Override
    public Event paused(Outcome.Paused outcome) {
        return new Event.ReplyAsked(at, callId, outcome.question(), outcome.schema());
    }

    @Override
    public Event finished(Outcome.Finished outcome) {
        return new Event.Finished(at, callId, outcome.result());
    }
}
