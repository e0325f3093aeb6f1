package dev.escapement.engine;

import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;

/**
 * A visitor that returns the event that records the outcome of a context fetch.
 *
 * @param source the name of the source
 * @param reference the reference under which an undeclared exception is logged
 * @param at the time of the event
 * @param took the working time
 */
record ContextEvents(String source, String reference, Instant at, Duration took) implements Outcome.Visitor<Event> {

    @Override
    public Event returned(Outcome.Returned outcome) {
        return new Event.ContextFetched(at, source, outcome.result(), took, outcome.files());
    }

    @Override
    public Event failed(Outcome.Failed outcome) {
        return new Event.ContextFailed(at, source, outcome.message(), true);
    }

    @Override
    public Event inDoubt(Outcome.InDoubt outcome) {
        String message = outcome.declared()
                ? ModelMessages.declared(outcome.exception())
                : ModelMessages.contextFailed(reference);
        return new Event.ContextFailed(at, source, message, outcome.declared());
    }

    @Override
    public Event selected(Outcome.Selected outcome) {
        throw impossible(outcome);
    }

    @Override
    public Event paused(Outcome.Paused outcome) {
        throw impossible(outcome);
    }

    @Override
    public Event delegated(Outcome.Delegated outcome) {
        throw impossible(outcome);
    }

    @Override
    public Event finished(Outcome.Finished outcome) {
        throw impossible(outcome);
    }

    private IllegalArgumentException impossible(Outcome outcome) {
        return new IllegalArgumentException("Fetching the context " + source + " cannot result in " + outcome + ".");
    }
}
