package dev.escapement.thread;

import dev.escapement.Effect;
import dev.escapement.json.JsonCodec;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /**
     * Returns the kind of this event. Later versions may add kinds.
     *
     * @return the constant that belongs to the type of this event
     */
    EventKind kind();

    /** An event that says something about one call. */
    sealed interface OfCall extends Event {

        /**
         * The call.
         *
         * @return its id, which no other call of the thread has
         */
        String callId();
    }

    /** An event that answers a call: each call gets exactly one. */
    sealed interface Answer extends OfCall {}

    /** An event that a person caused, for which the thread had waited. */
    sealed interface ByPerson extends Event {}

    /**
     * The thread began.
     *
     * @param agent the name of the agent
     * @param start how
     * @param budget what the thread may use up
     */
    record Started(Instant at, String agent, Start start, Budget budget) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.STARTED;
        }

        /**
         * A thread that began with text and has no limits.
         *
         * @param agent the name of the agent
         * @param input what the thread is to work on
         */
        public Started(Instant at, String agent, String input) {
            this(at, agent, Start.of(input), Budget.UNLIMITED);
        }

        /**
         * What the thread is to work on.
         *
         * @return the words that the model is shown
         */
        public String input() {
            return start.input();
        }
    }

    /**
     * Context was fetched for the model.
     *
     * @param source the name of the source
     * @param result what was fetched, as JSON text
     */
    record ContextFetched(Instant at, String source, String result) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.CONTEXT_FETCHED;
        }
    }

    /**
     * Context could not be fetched.
     *
     * @param source the name of the source
     * @param message what the model is told: the exception's message if the source declares it, else a neutral sentence
     * @param declared whether the source declares the exception
     */
    record ContextFailed(Instant at, String source, String message, boolean declared) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.CONTEXT_FAILED;
        }
    }

    /**
     * The model replied.
     *
     * @param text what it said; empty if it only called tools
     * @param calls the calls it made, in its order
     * @param usage what the reply cost
     * @param stop why it stopped; unless the reply is complete, no call of it is run and no text of it is an answer
     * @param provenance where the reply comes from
     * @param state what its provider wants back with the reply when it is shown it again, if anything
     */
    record ModelReplied(
            Instant at,
            String text,
            List<Call> calls,
            Usage usage,
            StopReason stop,
            ReplyProvenance provenance,
            Optional<ProviderState> state)
            implements Event {
        @Override
        public EventKind kind() {
            return EventKind.MODEL_REPLIED;
        }

        public ModelReplied {
            calls = List.copyOf(calls);
        }

        /**
         * A complete reply of which nothing else is known.
         *
         * @param text what the model said; empty if it only called tools
         * @param calls the calls it made, in its order
         * @param usage what the reply cost
         */
        public ModelReplied(Instant at, String text, List<Call> calls, Usage usage) {
            this(at, text, calls, usage, StopReason.COMPLETE, ReplyProvenance.UNKNOWN, Optional.empty());
        }
    }

    /**
     * A reply of the model without a call was not accepted.
     *
     * @param reason what the model is told
     */
    record TextRejected(Instant at, String reason) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.TEXT_REJECTED;
        }
    }

    /**
     * A call was not run: the tool is unknown, the arguments are wrong, or the moment is.
     *
     * @param reason what the model is told
     */
    record CallRejected(Instant at, String callId, String reason) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.CALL_REJECTED;
        }
    }

    /** The gates let a call pass. */
    record GatePassed(Instant at, String callId) implements OfCall {
        @Override
        public EventKind kind() {
            return EventKind.GATE_PASSED;
        }
    }

    /**
     * A gate denied a call.
     *
     * @param reason what the model is told
     */
    record GateDenied(Instant at, String callId, String reason) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.GATE_DENIED;
        }
    }

    /**
     * A gate wants a person to approve a call.
     *
     * @param question what the person is asked
     * @param argumentsSha256 the SHA-256 of the call's canonical arguments, in hex
     */
    record ApprovalAsked(Instant at, String callId, String question, String argumentsSha256) implements OfCall {
        @Override
        public EventKind kind() {
            return EventKind.APPROVAL_ASKED;
        }
    }

    /**
     * A person approved a call.
     *
     * @param by who
     * @param argumentsSha256 the SHA-256 of the canonical arguments that were approved, in hex: nothing else is run
     * @param editedArguments what the person wrote in place of the model's arguments; empty if they were approved as
     *     they are
     */
    record Approved(Instant at, String callId, String by, String argumentsSha256, Optional<String> editedArguments)
            implements OfCall, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.APPROVED;
        }
    }

    /**
     * A person refused a call.
     *
     * @param by who
     * @param reason what the model is told
     */
    record Refused(Instant at, String callId, String by, String reason) implements Answer, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.REFUSED;
        }
    }

    /**
     * A step is about to run. Recorded before it does, so that a crash leaves a trace.
     *
     * @param effect what the step does to the world
     * @param idempotencyKey the same each time this call is run
     */
    record StepStarted(Instant at, String callId, Effect effect, String idempotencyKey) implements OfCall {
        @Override
        public EventKind kind() {
            return EventKind.STEP_STARTED;
        }
    }

    /**
     * A step returned.
     *
     * @param result the result as JSON text; empty for a step that returns nothing
     */
    record StepReturned(Instant at, String callId, String result) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.STEP_RETURNED;
        }
    }

    /**
     * A step selected the next call itself.
     *
     * @param callId the call whose step it was
     * @param next the call that is next
     */
    record CallSelected(Instant at, String callId, Call next) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.CALL_SELECTED;
        }
    }

    /**
     * A step threw an exception.
     *
     * @param message what the model is told: the exception's message if the step declares it, else a neutral sentence
     * @param declared whether the step declares the exception
     */
    record StepFailed(Instant at, String callId, String message, boolean declared) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.STEP_FAILED;
        }
    }

    /**
     * A person allowed a step to run again whose outcome was unknown.
     *
     * @param by who
     */
    record RerunAllowed(Instant at, String callId, String by) implements OfCall, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.RERUN_ALLOWED;
        }
    }

    /**
     * A person found out that a step had run whose outcome was unknown.
     *
     * @param by who
     * @param note what came of it, in the words that the model is told
     */
    record StepConfirmed(Instant at, String callId, String by, String note) implements Answer, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.STEP_CONFIRMED;
        }
    }

    /**
     * A step asked a person for a reply.
     *
     * @param callId the call whose step it was
     * @param question what the person is asked
     * @param schema the JSON Schema of the reply
     */
    record ReplyAsked(Instant at, String callId, String question, String schema) implements OfCall {
        @Override
        public EventKind kind() {
            return EventKind.REPLY_ASKED;
        }
    }

    /**
     * A person replied to a step's question.
     *
     * @param callId the call whose step asked
     * @param reply the reply as JSON text
     */
    record ReplyReceived(Instant at, String callId, String reply) implements Answer, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.REPLY_RECEIVED;
        }
    }

    /**
     * A person was asked what to do, because the model fails.
     *
     * @param question what the person is asked
     */
    record PersonAsked(Instant at, String question) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.PERSON_ASKED;
        }
    }

    /**
     * A person said something, in words that the model is shown.
     *
     * @param text what
     */
    record MessageReceived(Instant at, String text) implements ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.MESSAGE_RECEIVED;
        }
    }

    /**
     * The thread finished with a result.
     *
     * @param callId the call whose step finished it; empty if the text of the model did
     * @param result the result as JSON text
     */
    record Finished(Instant at, String callId, String result) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.FINISHED;
        }
    }

    /**
     * The thread was stopped before it finished.
     *
     * @param reason why
     */
    record Stopped(Instant at, String reason) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.STOPPED;
        }
    }
}
