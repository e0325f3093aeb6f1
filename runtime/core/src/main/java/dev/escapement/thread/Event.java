package dev.escapement.thread;

import static java.time.Duration.ZERO;

import dev.escapement.Effect;
import dev.escapement.content.Content;
import dev.escapement.json.JsonCodec;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An event in the history of a thread. Immutable. The JSON form is an object with the property {@code event}, whose value
 * is the kind in snake_case, and the components of the record. Later versions can read events of earlier ones.
 *
 * <p>Unless stated otherwise, {@code by} is the name of a person, {@code reason} is the text for the model, {@code took}
 * is the working time, and {@code files} are the files in the result, in order.
 */
@JacksonBinding
public sealed interface Event
        permits AgentUpdated,
                Event.OfCall,
                Event.End,
                Event.Started,
                Event.ContextFetched,
                Event.ContextFailed,
                RequestFailed,
                Event.ModelReplied,
                Event.TextRejected,
                Event.PersonAsked,
                Event.MessageReceived,
                Event.BudgetExtended {

    /** The codec that converts events to and from JSON. */
    JsonCodec<Event> CODEC = new EventCodec();

    /** {@return the time of the event, according to the clock of the runner that recorded it} */
    Instant at();

    /** {@return the kind of this event} Later versions may add kinds. */
    default EventKind kind() {
        return EventKind.of(this);
    }

    /** An event that concerns one call. */
    sealed interface OfCall extends Event
            permits DelegateStarted,
                    DelegateEnded,
                    CallAnswer,
                    GatePassed,
                    ApprovalAsked,
                    Approved,
                    StepStarted,
                    StepInDoubt,
                    ReplyAsked,
                    AnsweredByPerson {

        /** {@return the id of the call, unique in the thread} */
        String callId();
    }

    /** An event that answers a call. Each call receives exactly one answer: this, {@link AnsweredByPerson} or {@link DelegateEnded}. */
    sealed interface CallAnswer extends OfCall {}

    /** An event that ends a thread. */
    sealed interface End extends Event {}

    /**
     * The start of a thread.
     *
     * @param agent the name of the agent
     * @param start the input and its source
     * @param budget the limits of the thread
     * @param parent the call that started the thread; empty for a thread that was not delegated
     * @param versions the versions of the agent's steps, by tool; empty if they are unknown
     * @param origin the thread of which this thread is a copy; empty for other threads
     */
    record Started(
            Instant at,
            String agent,
            Start start,
            Budget budget,
            Optional<ParentCall> parent,
            Map<String, StepVersion> versions,
            Optional<ThreadOrigin> origin)
            implements Event {
        public Started {
            versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        }

        /** Creates the start of a thread without a parent, of unknown versions. */
        public Started(Instant at, String agent, Start start, Budget budget) {
            this(at, agent, start, budget, Optional.empty(), Map.of(), Optional.empty());
        }

        /** Creates the start of a thread that has plain-text input and an unlimited budget. */
        public Started(Instant at, String agent, String input) {
            this(at, agent, Start.of(input), Budget.UNLIMITED);
        }

        /** {@return the input of the thread as the model receives it, without files} */
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
    record ContextFetched(Instant at, String source, String result, Duration took, List<Content.File> files)
            implements Event {
        public ContextFetched {
            files = List.copyOf(files);
        }

        /** Creates context without files. */
        public ContextFetched(Instant at, String source, String result, Duration took) {
            this(at, source, result, took, List.of());
        }
    }

    /**
     * A failure to retrieve context.
     *
     * @param source the name of the context source
     * @param message the text for the model: the message of a declared exception, otherwise a neutral sentence
     * @param declared {@code true} if the source declares the exception
     */
    record ContextFailed(Instant at, String source, String message, boolean declared) implements Event {}

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
     * @param unseen the number of events directly before this one, since the previous reply, that were recorded after
     *     the request was rendered, so that the model has not seen them; usually 0
     */
    record ModelReplied(
            Instant at,
            String text,
            List<Call> calls,
            Usage usage,
            StopReason stop,
            ReplyProvenance provenance,
            Optional<ProviderState> state,
            int unseen,
            Duration took)
            implements Event {
        public ModelReplied {
            calls = List.copyOf(calls);
        }

        /** Creates a complete reply of unknown provenance, without provider state. */
        public ModelReplied(Instant at, String text, List<Call> calls, Usage usage) {
            this(at, text, calls, usage, StopReason.COMPLETE, ReplyProvenance.UNKNOWN, Optional.empty(), 0, ZERO);
        }
    }

    /** The rejection of a reply that does not contain calls. */
    record TextRejected(Instant at, String reason) implements Event {}

    /**
     * The rejection of a call before it is executed. Possible causes are an unknown tool, invalid arguments, and a call
     * that is not permitted at this point.
     *
     * @param reason the text for the model
     * @param faulty whether the call itself is faulty, so that it counts as a failure
     */
    record CallRejected(Instant at, String callId, String reason, boolean faulty) implements CallAnswer {

        /** Creates the rejection of a faulty call. */
        public CallRejected(Instant at, String callId, String reason) {
            this(at, callId, reason, true);
        }
    }

    /** The decision of the gates to permit a call. */
    record GatePassed(Instant at, String callId) implements OfCall {}

    /** The denial of a call by a gate. */
    record GateDenied(Instant at, String callId, String reason) implements CallAnswer {}

    /** The failure of a gate that threw an exception or returned null. The reason contains a reference to the log. */
    record GateFailed(Instant at, String callId, String reason) implements CallAnswer {}

    /**
     * A gate's request that a person approve a call. A further request for the same call replaces the earlier one.
     *
     * @param question the question for the person
     * @param argumentsSha256 the SHA-256 of the call's canonical arguments, as hexadecimal digits
     * @param deadline the time at which the question expires; empty if it does not expire
     */
    record ApprovalAsked(Instant at, String callId, String question, String argumentsSha256, Optional<Instant> deadline)
            implements OfCall {
        /** Creates a request that does not expire. */
        public ApprovalAsked(Instant at, String callId, String question, String argumentsSha256) {
            this(at, callId, question, argumentsSha256, Optional.empty());
        }
    }

    /**
     * A person's approval of a call.
     *
     * @param argumentsSha256 the SHA-256 of the approved canonical arguments, as hexadecimal digits; the call runs with
     *     these arguments only; empty if edited arguments were recorded without the agent's loop, which then checks them
     * @param editedArguments the arguments that replace the model's; empty if these were approved unchanged
     */
    record Approved(Instant at, String callId, String by, String argumentsSha256, Optional<String> editedArguments)
            implements OfCall {}

    /** A person's refusal of a call. */
    record Refused(Instant at, String callId, String by, String reason) implements CallAnswer {}

    /**
     * The start of an attempt to run a step. Recorded before the step runs, so that a crash leaves a trace.
     *
     * @param effect the effect of the step
     * @param idempotencyKey the key, which is the same for every attempt of this call
     * @param attempt the number of the attempt, counted from 1; a person's permission to run again restarts the count
     * @param flow the name of the step's {@code Flow}; empty if it is unknown
     */
    record StepStarted(Instant at, String callId, Effect effect, String idempotencyKey, int attempt, String flow)
            implements OfCall {
        public StepStarted {
            if (attempt < 1) {
                throw new IllegalArgumentException("attempt must be 1 or more, not " + attempt);
            }
        }
    }

    /**
     * The result of a step.
     *
     * @param result the result as JSON text; empty for a step that returns {@code void}
     * @param maxLength the maximum length in the default rendering, in UTF-16 code units; 0 for the default
     */
    record StepReturned(
            Instant at, String callId, String result, int maxLength, Duration took, List<Content.File> files)
            implements CallAnswer {
        public StepReturned {
            files = List.copyOf(files);
        }

        /** Creates a result of default length without files, for a step that took no measurable time. */
        public StepReturned(Instant at, String callId, String result) {
            this(at, callId, result, 0, ZERO, List.of());
        }
    }

    /**
     * A step's selection of the next call.
     *
     * @param next the selected call
     */
    record CallSelected(Instant at, String callId, Call next) implements CallAnswer {}

    /**
     * The failure of a step.
     *
     * @param message the text for the model: the message of a declared exception, otherwise a sentence of the library
     * @param declared {@code true} if the step declares the exception, or if the failure is a consequence of a limit or of
     *     a release; it then does not count towards the limit of failures
     * @param mayHaveTakenEffect {@code true} if the outcome of the step is unknown
     */
    record StepFailed(
            Instant at, String callId, String message, boolean declared, boolean mayHaveTakenEffect, Duration took)
            implements CallAnswer {

        /** Creates the failure of a step that had no effect and took no measurable time. */
        public StepFailed(Instant at, String callId, String message, boolean declared) {
            this(at, callId, message, declared, false, ZERO);
        }
    }

    /**
     * The end of an attempt whose outcome is unknown, because its exception does not exclude an effect.
     *
     * @param exception the name of the exception's class; the log contains the exception
     */
    record StepInDoubt(Instant at, String callId, String exception, Duration took) implements OfCall {}

    /**
     * A question from a step to a person.
     *
     * @param question the question for the person
     * @param schema the JSON Schema of the reply
     * @param deadline the time at which the question expires; empty if it does not expire
     * @param fallback the reply that applies if none arrives in time, as JSON text
     */
    record ReplyAsked(
            Instant at,
            String callId,
            String question,
            String schema,
            Optional<Instant> deadline,
            Optional<String> fallback)
            implements OfCall {
        /** Creates a question that does not expire. */
        public ReplyAsked(Instant at, String callId, String question, String schema) {
            this(at, callId, question, schema, Optional.empty(), Optional.empty());
        }
    }

    /**
     * A person's reply to a step's question.
     *
     * @param reply the reply as JSON text
     * @param checked {@code false} if the reply was recorded without the agent's loop, which then checks it
     * @param files the files in the reply, in order; empty if it was recorded without the agent's loop
     */
    record ReplyReceived(Instant at, String callId, String reply, boolean checked, List<Content.File> files)
            implements CallAnswer {
        public ReplyReceived {
            files = List.copyOf(files);
        }
    }

    /**
     * The expiry of a question about a call. The deadline passed before a person decided or replied.
     *
     * @param fallback the reply that applies in place of a person's, as JSON text; empty if there is none
     */
    record Expired(Instant at, String callId, Optional<String> fallback) implements CallAnswer {}

    /**
     * A question to a person about how to continue, after repeated failures or at the end of the turn's budget.
     *
     * @param question the question for the person
     */
    record PersonAsked(Instant at, String question) implements Event {}

    /**
     * A message from a person, which is passed to the model with the next request. It begins a new turn.
     *
     * @param text the text of the message; blank if it consists of files
     * @param files the files of the message, in order
     */
    record MessageReceived(Instant at, String text, List<Content.File> files) implements Event {
        public MessageReceived {
            files = List.copyOf(files);
        }

        /** Creates a message without files. */
        public MessageReceived(Instant at, String text) {
            this(at, text, List.of());
        }
    }

    /**
     * A person's extension of the budget. A thread that was stopped because of its budget continues.
     *
     * @param more the amounts that are added to the limits; an empty amount adds nothing
     */
    record BudgetExtended(Instant at, String by, Budget more) implements Event {}

    /**
     * The end of a thread with a result.
     *
     * @param callId the id of the call whose step finished the thread; empty if the model's text did
     * @param result the result as JSON text
     */
    record Finished(Instant at, String callId, String result, List<Content.File> files) implements CallAnswer, End {
        public Finished {
            files = List.copyOf(files);
        }

        /** Creates an end without files. */
        public Finished(Instant at, String callId, String result) {
            this(at, callId, result, List.of());
        }
    }

    /**
     * The end of a thread without a result.
     *
     * @param by the name of the person who stopped the thread; empty for the agent's rules or an unnamed person
     * @param cause the kind of reason
     * @param reason the reason why the thread was stopped
     */
    record Stopped(Instant at, String by, StopCause cause, String reason) implements End {}
}
