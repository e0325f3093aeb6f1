package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;

/**
 * A visitor that returns the event that records the outcome of a step.
 *
 * @param thread the thread before the event
 * @param step the command that ran the step
 * @param maxLength the maximum length of the result in the default rendering; 0 for the default
 * @param at the time of the event
 * @param took the working time
 */
record StepEvents(AgentThread thread, Command.RunStep step, int maxLength, Instant at, Duration took)
        implements Outcome.Visitor<Event> {

    private String callId() {
        return step.call().id();
    }

    @Override
    public Event returned(Outcome.Returned outcome) {
        return new Event.StepReturned(at, callId(), outcome.result(), maxLength, took, outcome.files());
    }

    @Override
    public Event failed(Outcome.Failed outcome) {
        return new Event.StepFailed(at, callId(), outcome.message(), true, false, took);
    }

    /** Returns the failure of a step that has no effect and no attempts left, otherwise an unknown outcome. */
    @Override
    public Event inDoubt(Outcome.InDoubt outcome) {
        Throwable exception = outcome.exception();
        if (EffectRules.mayChangeState(step.effect()) || step.attempt() < step.maxAttempts()) {
            return new Event.StepInDoubt(at, callId(), exception.getClass().getName(), took);
        }
        String message = outcome.declared()
                ? ModelMessages.declared(exception)
                : ModelMessages.stepFailed(step.context().idempotencyKey());
        return new Event.StepFailed(at, callId(), message, outcome.declared(), false, took);
    }

    @Override
    public Event selected(Outcome.Selected outcome) {
        String id = EventFactory.nextCallId(thread, callId());
        return new Event.CallSelected(at, callId(), new Call(id, outcome.tool(), outcome.arguments()));
    }

    @Override
    public Event paused(Outcome.Paused outcome) {
        return new Event.ReplyAsked(at, callId(), outcome.question(), outcome.schema());
    }

    @Override
    public Event finished(Outcome.Finished outcome) {
        return new Event.Finished(at, callId(), outcome.result(), outcome.files());
    }
}
