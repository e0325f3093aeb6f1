package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;

/** A visitor that returns the event that records the outcome of a method, for outcomes that answer the call. */
interface AnswerEvents extends Outcome.Visitor<Event> {

    /** Returns the thread before the event. */
    AgentThread thread();

    /** Returns the id of the call. */
    String callId();

    /** Returns the maximum length of the result in the default rendering; 0 for the default. */
    int maxLength();

    /** Returns the time of the event. */
    Instant at();

    /** Returns the working time. */
    Duration took();

    @Override
    default Event returned(Outcome.Returned outcome) {
        return new Event.StepReturned(at(), callId(), outcome.result(), maxLength(), took(), outcome.files());
    }

    @Override
    default Event failed(Outcome.Failed outcome) {
        return new Event.StepFailed(at(), callId(), outcome.message(), true, false, took());
    }

    /**
     * Returns the failure for an exception that excludes an effect.
     *
     * @param undeclared the text for the model if the exception is not declared
     */
    default Event failed(Outcome.InDoubt outcome, String undeclared) {
        String message = outcome.declared() ? ModelMessages.declared(outcome.exception()) : undeclared;
        return new Event.StepFailed(at(), callId(), message, outcome.declared(), false, took());
    }

    @Override
    default Event selected(Outcome.Selected outcome) {
        String id = EventFactory.nextCallId(thread(), callId());
        return new Event.CallSelected(at(), callId(), new Call(id, outcome.tool(), outcome.arguments()));
    }
}
