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
 * An event in the history of a thread. Immutable. The JSON form of an event is an object with the property
 * {@code event}, whose value is the kind in snake_case, and the components of the record. Later versions of the library
 * can read events of earlier ones.
 */
public sealed interface Event {

    /** The codec that converts events to and from JSON. */
    JsonCodec<Event> CODEC = new EventCodec();

    /**
     * Returns the time of the event, according to the clock of the runner that recorded the event.
     *
     * @return the time
     */
    Instant at();

    /**
     * Returns the kind of this event. Later versions may add kinds.
     *
     * @return the constant for the type of this event
     */
    EventKind kind();

    /** An event that concerns one call. */
    sealed interface OfCall extends Event {

        /**
         * Returns the id of the call.
         *
         * @return the id, unique in the thread
         */
        String callId();
    }

    /** An event that answers a call. Each call receives exactly one answer. */
    sealed interface Answer extends OfCall {}

    /** An event that a person caused while the thread was waiting. */
    sealed interface ByPerson extends Event {}

    /**
     * The start of a thread.
     *
     * @param agent the name of the agent
     * @param start the input and its source
     * @param budget the limits of the thread
     */
    record Started(Instant at, String agent, Start start, Budget budget) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.STARTED;
        }

        /**
         * Creates the start of a thread that has plain-text input and an unlimited budget.
         *
         * @param agent the name of the agent
         * @param input the input of the thread
         */
        public Started(Instant at, String agent, String input) {
            this(at, agent, Start.of(input), Budget.UNLIMITED);
        }

        /**
         * Returns the input of the thread.
         *
         * @return the text that the model receives
         */
        public String input() {
            return start.input();
        }
    }

    /**
     * The retrieval of context for the model.
     *
     * @param source the name of the context source
     * @param result the context as JSON text
     */
    record ContextFetched(Instant at, String source, String result) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.CONTEXT_FETCHED;
        }
    }

    /**
     * A failure to retrieve context.
     *
     * @param source the name of the context source
     * @param message the text for the model: the exception's message if the source declares the exception, otherwise a
     *     neutral sentence
     * @param declared {@code true} if the source declares the exception
     */
    record ContextFailed(Instant at, String source, String message, boolean declared) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.CONTEXT_FAILED;
        }
    }

    /**
     * A reply from the model.
     *
     * @param text the text; empty if the reply contains only calls
     * @param calls the calls in the model's order
     * @param usage the tokens and cost of the request and the reply
     * @param stop the reason why the model stopped; unless it is {@link StopReason#COMPLETE}, the calls are not run and
     *     the text is not an answer
     * @param provenance the source of the reply
     * @param state the provider state to send back with the reply in later requests, if any
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
         * Creates a complete reply of unknown provenance, without provider state.
         *
         * @param text the text; empty if the reply contains only calls
         * @param calls the calls in the model's order
         * @param usage the tokens and cost of the request and the reply
         */
        public ModelReplied(Instant at, String text, List<Call> calls, Usage usage) {
            this(at, text, calls, usage, StopReason.COMPLETE, ReplyProvenance.UNKNOWN, Optional.empty());
        }
    }

    /**
     * The rejection of a reply that does not contain calls.
     *
     * @param reason the text for the model
     */
    record TextRejected(Instant at, String reason) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.TEXT_REJECTED;
        }
    }

    /**
     * The rejection of a call before it is executed. Possible causes are an unknown tool, invalid arguments, and a call
     * that is not permitted at this point.
     *
     * @param reason the text for the model
     */
    record CallRejected(Instant at, String callId, String reason) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.CALL_REJECTED;
        }
    }

    /** The decision of the gates to permit a call. */
    record GatePassed(Instant at, String callId) implements OfCall {
        @Override
        public EventKind kind() {
            return EventKind.GATE_PASSED;
        }
    }

    /**
     * The denial of a call by a gate.
     *
     * @param reason the text for the model
     */
    record GateDenied(Instant at, String callId, String reason) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.GATE_DENIED;
        }
    }

    /**
     * A gate's request that a person approve a call.
     *
     * @param question the question for the person
     * @param argumentsSha256 the SHA-256 of the call's canonical arguments, as hexadecimal digits
     */
    record ApprovalAsked(Instant at, String callId, String question, String argumentsSha256) implements OfCall {
        @Override
        public EventKind kind() {
            return EventKind.APPROVAL_ASKED;
        }
    }

    /**
     * A person's approval of a call.
     *
     * @param by the name of the person
     * @param argumentsSha256 the SHA-256 of the approved canonical arguments, as hexadecimal digits; the call runs with
     *     these arguments only
     * @param editedArguments the arguments that replace the model's; empty if these were approved unchanged
     */
    record Approved(Instant at, String callId, String by, String argumentsSha256, Optional<String> editedArguments)
            implements OfCall, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.APPROVED;
        }
    }

    /**
     * A person's refusal of a call.
     *
     * @param by the name of the person
     * @param reason the text for the model
     */
    record Refused(Instant at, String callId, String by, String reason) implements Answer, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.REFUSED;
        }
    }

    /**
     * The start of a step. Recorded before the step runs, so that a crash leaves a trace.
     *
     * @param effect the effect of the step
     * @param idempotencyKey the key, which is the same for every attempt of this call
     */
    record StepStarted(Instant at, String callId, Effect effect, String idempotencyKey) implements OfCall {
        @Override
        public EventKind kind() {
            return EventKind.STEP_STARTED;
        }
    }

    /**
     * The result of a step.
     *
     * @param result the result as JSON text; empty for a step that returns {@code void}
     */
    record StepReturned(Instant at, String callId, String result) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.STEP_RETURNED;
        }
    }

    /**
     * A step's selection of the next call.
     *
     * @param callId the id of the call whose step selected {@code next}
     * @param next the selected call
     */
    record CallSelected(Instant at, String callId, Call next) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.CALL_SELECTED;
        }
    }

    /**
     * The failure of a step that threw an exception.
     *
     * @param message the text for the model: the exception's message if the step declares the exception, otherwise a
     *     neutral sentence
     * @param declared {@code true} if the step declares the exception
     */
    record StepFailed(Instant at, String callId, String message, boolean declared) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.STEP_FAILED;
        }
    }

    /**
     * A person's permission to rerun a step whose outcome is unknown.
     *
     * @param by the name of the person
     */
    record RerunAllowed(Instant at, String callId, String by) implements OfCall, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.RERUN_ALLOWED;
        }
    }

    /**
     * A person's confirmation that a step with an unknown outcome has run.
     *
     * @param by the name of the person
     * @param note the text for the model, which describes the outcome
     */
    record StepConfirmed(Instant at, String callId, String by, String note) implements Answer, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.STEP_CONFIRMED;
        }
    }

    /**
     * A question from a step to a person.
     *
     * @param callId the id of the call whose step paused
     * @param question the question for the person
     * @param schema the JSON Schema of the reply
     */
    record ReplyAsked(Instant at, String callId, String question, String schema) implements OfCall {
        @Override
        public EventKind kind() {
            return EventKind.REPLY_ASKED;
        }
    }

    /**
     * A person's reply to a step's question.
     *
     * @param callId the id of the call whose step paused
     * @param reply the reply as JSON text
     */
    record ReplyReceived(Instant at, String callId, String reply) implements Answer, ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.REPLY_RECEIVED;
        }
    }

    /**
     * A question to a person about how to continue after the model has failed repeatedly.
     *
     * @param question the question for the person
     */
    record PersonAsked(Instant at, String question) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.PERSON_ASKED;
        }
    }

    /**
     * A message from a person, which is passed to the model.
     *
     * @param text the text of the message
     */
    record MessageReceived(Instant at, String text) implements ByPerson {
        @Override
        public EventKind kind() {
            return EventKind.MESSAGE_RECEIVED;
        }
    }

    /**
     * The end of a thread with a result.
     *
     * @param callId the id of the call whose step finished the thread; empty if the model's text did
     * @param result the result as JSON text
     */
    record Finished(Instant at, String callId, String result) implements Answer {
        @Override
        public EventKind kind() {
            return EventKind.FINISHED;
        }
    }

    /**
     * The end of a thread without a result.
     *
     * @param reason the reason why the thread was stopped
     */
    record Stopped(Instant at, String reason) implements Event {
        @Override
        public EventKind kind() {
            return EventKind.STOPPED;
        }
    }
}
