package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;

/**
 * A visitor that returns the event that records the outcome of a join.
 *
 * @param thread the thread before the event
 * @param join the command
 * @param maxLength the maximum length of the result in the default rendering; 0 for the default
 * @param at the time of the event
 * @param took the working time
 */
record JoinEvents(AgentThread thread, Command.JoinChild join, int maxLength, Instant at, Duration took)
        implements AnswerEvents {

    @Override
    public String callId() {
        return join.call().id();
    }

    @Override
    public Event inDoubt(Outcome.InDoubt outcome) {
        return failed(outcome, ModelMessages.joinFailed(join.started().agent(), thread.id() + "/" + callId()));
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
        return new IllegalArgumentException("A join cannot result in " + outcome + ".");
    }
}
