package dev.escapement.engine;

import dev.escapement.thread.Event;
import java.util.Locale;
import java.util.Optional;

/** The kind of transition that follows a step, determined by the return type of the step's method. */
public enum Flow {

    /** The step returns a result, and the model decides the next step. */
    RETURNS,

    /** The step selects the next call without a request to the model. */
    SELECTS,

    /** The thread pauses until a person replies. */
    PAUSES,

    /** The step starts a thread of another agent, and the thread waits until it has ended. */
    DELEGATES,

    /** The thread ends. */
    FINISHES;

    private final String recorded = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the name of this flow in events.
     *
     * @return the constant's name in lower case
     */
    public String recorded() {
        return recorded;
    }

    /**
     * Returns the flow that the start of a step recorded.
     *
     * @param started the event
     * @return the flow; empty if the event does not contain a known flow
     */
    public static Optional<Flow> of(Event.StepStarted started) {
        for (Flow flow : values()) {
            if (flow.recorded().equals(started.flow())) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether the thread ends after a step with this flow.
     *
     * @return {@code true} if the step ends the thread
     */
    public boolean endsThread() {
        return switch (this) {
            case FINISHES -> true;
            case RETURNS, SELECTS, PAUSES, DELEGATES -> false;
        };
    }

    /**
     * Returns whether a step with this flow only returns a result. Other steps of the same reply may then run at the
     * same time.
     *
     * @return {@code true} unless the step selects a call, pauses the thread or ends it
     */
    public boolean returnsResult() {
        return switch (this) {
            case RETURNS -> true;
            case SELECTS, PAUSES, DELEGATES, FINISHES -> false;
        };
    }

    /**
     * Returns whether the thread waits for a person or for another thread after a step with this flow. Several such calls
     * of one reply wait at the same time.
     *
     * @return {@code true} if the step pauses the thread or delegates
     */
    public boolean waits() {
        return switch (this) {
            case PAUSES, DELEGATES -> true;
            case RETURNS, SELECTS, FINISHES -> false;
        };
    }

    /**
     * Returns whether the thread waits for a reply after a step with this flow.
     *
     * @return {@code true} if the step pauses the thread
     */
    public boolean pauses() {
        return switch (this) {
            case PAUSES -> true;
            case RETURNS, SELECTS, DELEGATES, FINISHES -> false;
        };
    }
}
