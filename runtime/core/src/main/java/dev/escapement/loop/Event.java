package dev.escapement.loop;

import dev.escapement.Effect;
import dev.escapement.json.JsonCodec;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened in a thread. Immutable. The JSON form of an event is an object with the property
 * {@code event}, its kind in snake_case, and the components of the record; later versions read what earlier ones wrote.
 */
public sealed interface Event {

    /** Reads and writes events as JSON. */
    JsonCodec<Event> CODEC = new EventCodec();

    /**
     * When it happened, by the clock of the runner that recorded it.
     *
     * @return the time
     */
    Instant at();

    /** An event that says something about one call of the model's last reply. */
    sealed interface OfCall extends Event {

        /**
         * The call.
         *
         * @return its id
         */
        String callId();
    }

    /** An event that answers a call: each call of a reply gets exactly one. */
    sealed interface Answer extends OfCall {}

    /**
     * The thread began.
     *
     * @param at when
     * @param agent the name of the agent
     * @param input what it is to work on
     */
    record Started(Instant at, String agent, String input) implements Event {}

    /**
     * The model replied.
     *
     * @param at when
     * @param text what it said; empty if it only called tools
     * @param calls the calls it made, in its order
     * @param usage what the reply cost
     */
    record ModelReplied(Instant at, String text, List<Call> calls, Usage usage) implements Event {
        public ModelReplied {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A call was not run: the tool is unknown, the arguments are wrong, or the moment is.
     *
     * @param at when
     * @param callId the call
     * @param reason what the model is told
     */
    record CallRejected(Instant at, String callId, String reason) implements Answer {}

    /**
     * A step is about to run. Recorded before it does, so that a crash leaves a trace.
     *
     * @param at when
     * @param callId the call
     * @param effect what the step does to the world
     * @param idempotencyKey the same each time this call is run
     */
    record StepStarted(Instant at, String callId, Effect effect, String idempotencyKey) implements OfCall {}

    /**
     * A step returned.
     *
     * @param at when
     * @param callId the call
     * @param result the result as JSON text; empty for a step that returns nothing
     */
    record StepReturned(Instant at, String callId, String result) implements Answer {}

    /**
     * A step threw an exception.
     *
     * @param at when
     * @param callId the call
     * @param message what the model is told: the exception's message if the step declares it, else a neutral sentence
     * @param declared whether the step declares the exception
     */
    record StepFailed(Instant at, String callId, String message, boolean declared) implements Answer {}

    /**
     * The person said something.
     *
     * @param at when
     * @param text what
     */
    record ReplyReceived(Instant at, String text) implements Event {}

    /**
     * A step finished the thread.
     *
     * @param at when
     * @param callId the call
     * @param result the result as JSON text
     */
    record Finished(Instant at, String callId, String result) implements Answer {}

    /**
     * The thread was stopped before it finished.
     *
     * @param at when
     * @param reason why
     */
    record Stopped(Instant at, String reason) implements Event {}
}
