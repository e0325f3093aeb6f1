package dev.escapement.thread;

import static dev.escapement.thread.EventProperties.*;

import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.thread.Event.ApprovalAsked;
import dev.escapement.thread.Event.Approved;
import dev.escapement.thread.Event.BudgetExtended;
import dev.escapement.thread.Event.CallRejected;
import dev.escapement.thread.Event.CallSelected;
import dev.escapement.thread.Event.ContextFailed;
import dev.escapement.thread.Event.ContextFetched;
import dev.escapement.thread.Event.Expired;
import dev.escapement.thread.Event.Finished;
import dev.escapement.thread.Event.GateDenied;
import dev.escapement.thread.Event.GateFailed;
import dev.escapement.thread.Event.GatePassed;
import dev.escapement.thread.Event.MessageReceived;
import dev.escapement.thread.Event.ModelReplied;
import dev.escapement.thread.Event.PersonAsked;
import dev.escapement.thread.Event.Refused;
import dev.escapement.thread.Event.ReplyAsked;
import dev.escapement.thread.Event.ReplyReceived;
import dev.escapement.thread.Event.Started;
import dev.escapement.thread.Event.StepFailed;
import dev.escapement.thread.Event.StepInDoubt;
import dev.escapement.thread.Event.StepReturned;
import dev.escapement.thread.Event.StepStarted;
import dev.escapement.thread.Event.Stopped;
import dev.escapement.thread.Event.TextRejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON codecs for all kinds of events. They define the name of each kind and its properties in order.
 *
 * <p>Stored threads must remain readable: add only optional properties to an existing kind, and never change a name.
 */
final class EventCodecs {

    private static final RecordCodec<Started> STARTED = event("started", Started.class)
            .required(AGENT, Started::agent)
            .required(INPUT, Started::input)
            .optional(TRIGGER, "", started -> started.start().trigger())
            .optional(PAYLOAD, "", started -> started.start().payload())
            .optional(FILES, List.of(), started -> started.start().files())
            .optional(LABELS, Map.of(), started -> started.start().labels())
            .optional(BUDGET, Budget.UNLIMITED, Started::budget)
            .optional(PARENT, Optional.empty(), Started::parent)
            .optional(VERSIONS, Map.of(), Started::versions)
            .optional(ORIGIN, Optional.empty(), Started::origin)
            .build(v -> new Started(
                    v.get(AT),
                    v.get(AGENT),
                    new Start(v.get(INPUT), v.get(TRIGGER), v.get(PAYLOAD), v.get(FILES), v.get(LABELS)),
                    v.get(BUDGET),
                    v.get(PARENT),
                    v.get(VERSIONS),
                    v.get(ORIGIN)));

    private static final RecordCodec<AgentUpdated> AGENT_UPDATED = event("agent_updated", AgentUpdated.class)
            .required(VERSIONS, AgentUpdated::versions)
            .build(v -> new AgentUpdated(v.get(AT), v.get(VERSIONS)));

    private static final RecordCodec<DelegateStarted> DELEGATE_STARTED = ofCall(
                    "delegate_started", DelegateStarted.class)
            .required(AGENT, DelegateStarted::agent)
            .required(THREAD_ID, DelegateStarted::threadId)
            .required(INPUT, delegate -> delegate.start().input())
            .optional(TRIGGER, "", delegate -> delegate.start().trigger())
            .optional(PAYLOAD, "", delegate -> delegate.start().payload())
            .optional(FILES, List.of(), delegate -> delegate.start().files())
            .optional(LABELS, Map.of(), delegate -> delegate.start().labels())
            .optional(BUDGET, Budget.UNLIMITED, DelegateStarted::budget)
            .optional(JOINS, false, DelegateStarted::joins)
            .build(v -> new DelegateStarted(
                    v.get(AT),
                    v.get(CALL_ID),
                    v.get(AGENT),
                    v.get(THREAD_ID),
                    new Start(v.get(INPUT), v.get(TRIGGER), v.get(PAYLOAD), v.get(FILES), v.get(LABELS)),
                    v.get(BUDGET),
                    v.get(JOINS)));

    private static final RecordCodec<DelegateEnded> DELEGATE_ENDED = ofCall("delegate_ended", DelegateEnded.class)
            .required(SUCCEEDED, DelegateEnded::succeeded)
            .required(RESULT, DelegateEnded::result)
            .optional(TOOL, "", DelegateEnded::tool)
            .required(USAGE, DelegateEnded::usage)
            .optional(FILES, List.of(), DelegateEnded::files)
            .optional(JOINS, false, DelegateEnded::joins)
            .build(v -> new DelegateEnded(
                    v.get(AT),
                    v.get(CALL_ID),
                    v.get(SUCCEEDED),
                    v.get(RESULT),
                    v.get(TOOL),
                    v.get(USAGE),
                    v.get(FILES),
                    v.get(JOINS)));

    private static final RecordCodec<ContextFetched> CONTEXT_FETCHED = event("context_fetched", ContextFetched.class)
            .required(SOURCE, ContextFetched::source)
            .required(RESULT, ContextFetched::result)
            .optional(TOOK, Duration.ZERO, ContextFetched::took)
            .optional(FILES, List.of(), ContextFetched::files)
            .build(v -> new ContextFetched(v.get(AT), v.get(SOURCE), v.get(RESULT), v.get(TOOK), v.get(FILES)));

    private static final RecordCodec<ContextFailed> CONTEXT_FAILED = event("context_failed", ContextFailed.class)
            .required(SOURCE, ContextFailed::source)
            .required(MESSAGE, ContextFailed::message)
            .required(DECLARED, ContextFailed::declared)
            .build(v -> new ContextFailed(v.get(AT), v.get(SOURCE), v.get(MESSAGE), v.get(DECLARED)));

    private static final RecordCodec<RequestFailed> REQUEST_FAILED = event("request_failed", RequestFailed.class)
            .required(PART, RequestFailed::part)
            .required(MESSAGE, RequestFailed::message)
            .optional(RESPONSE, ResponseInfo.NONE, RequestFailed::response)
            .build(v -> new RequestFailed(v.get(AT), v.get(PART), v.get(MESSAGE), v.get(RESPONSE)));

    private static final RecordCodec<ModelReplied> MODEL_REPLIED = event("model_replied", ModelReplied.class)
            .required(TEXT, ModelReplied::text)
            .required(CALLS, ModelReplied::calls)
            .required(USAGE, ModelReplied::usage)
            .optional(STOP, StopReason.COMPLETE, ModelReplied::stop)
            .optional(EXCHANGE, ReplyProvenance.UNKNOWN, ModelReplied::provenance)
            .optional(STATE, Optional.empty(), ModelReplied::state)
            .optional(UNSEEN, 0, ModelReplied::unseen)
            .optional(TOOK, Duration.ZERO, ModelReplied::took)
            .build(v -> new ModelReplied(
                    v.get(AT),
                    v.get(TEXT),
                    v.get(CALLS),
                    v.get(USAGE),
                    v.get(STOP),
                    v.get(EXCHANGE),
                    v.get(STATE),
                    v.get(UNSEEN),
                    v.get(TOOK)));

    private static final RecordCodec<TextRejected> TEXT_REJECTED = event("text_rejected", TextRejected.class)
            .required(REASON, TextRejected::reason)
            .build(v -> new TextRejected(v.get(AT), v.get(REASON)));

    private static final RecordCodec<CallRejected> CALL_REJECTED = ofCall("call_rejected", CallRejected.class)
            .required(REASON, CallRejected::reason)
            .optional(FAULTY, true, CallRejected::faulty)
            .build(v -> new CallRejected(v.get(AT), v.get(CALL_ID), v.get(REASON), v.get(FAULTY)));

    private static final RecordCodec<GatePassed> GATE_PASSED =
            ofCall("gate_passed", GatePassed.class).build(v -> new GatePassed(v.get(AT), v.get(CALL_ID)));

    private static final RecordCodec<GateDenied> GATE_DENIED = ofCall("gate_denied", GateDenied.class)
            .required(REASON, GateDenied::reason)
            .build(v -> new GateDenied(v.get(AT), v.get(CALL_ID), v.get(REASON)));

    private static final RecordCodec<GateFailed> GATE_FAILED = ofCall("gate_failed", GateFailed.class)
            .required(REASON, GateFailed::reason)
            .build(v -> new GateFailed(v.get(AT), v.get(CALL_ID), v.get(REASON)));

    private static final RecordCodec<ApprovalAsked> APPROVAL_ASKED = ofCall("approval_asked", ApprovalAsked.class)
            .required(QUESTION, ApprovalAsked::question)
            .required(ARGUMENTS_SHA256, ApprovalAsked::argumentsSha256)
            .optional(DEADLINE, Optional.empty(), ApprovalAsked::deadline)
            .build(v -> new ApprovalAsked(
                    v.get(AT), v.get(CALL_ID), v.get(QUESTION), v.get(ARGUMENTS_SHA256), v.get(DEADLINE)));

    private static final RecordCodec<Approved> APPROVED = ofCall("approved", Approved.class)
            .required(BY, Approved::by)
            .required(ARGUMENTS_SHA256, Approved::argumentsSha256)
            .optional(EDITED_ARGUMENTS, Optional.empty(), Approved::editedArguments)
            .build(v -> new Approved(
                    v.get(AT), v.get(CALL_ID), v.get(BY), v.get(ARGUMENTS_SHA256), v.get(EDITED_ARGUMENTS)));

    private static final RecordCodec<Refused> REFUSED = ofCall("refused", Refused.class)
            .required(BY, Refused::by)
            .required(REASON, Refused::reason)
            .build(v -> new Refused(v.get(AT), v.get(CALL_ID), v.get(BY), v.get(REASON)));

    private static final RecordCodec<StepStarted> STEP_STARTED = ofCall("step_started", StepStarted.class)
            .required(EFFECT, StepStarted::effect)
            .required(IDEMPOTENCY_KEY, StepStarted::idempotencyKey)
            .optional(ATTEMPT, 1, StepStarted::attempt)
            .optional(FLOW, "", StepStarted::flow)
            .build(v -> new StepStarted(
                    v.get(AT), v.get(CALL_ID), v.get(EFFECT), v.get(IDEMPOTENCY_KEY), v.get(ATTEMPT), v.get(FLOW)));

    private static final RecordCodec<StepReturned> STEP_RETURNED = ofCall("step_returned", StepReturned.class)
            .required(RESULT, StepReturned::result)
            .optional(MAX_LENGTH, 0, StepReturned::maxLength)
            .optional(TOOK, Duration.ZERO, StepReturned::took)
            .optional(FILES, List.of(), StepReturned::files)
            .build(v -> new StepReturned(
                    v.get(AT), v.get(CALL_ID), v.get(RESULT), v.get(MAX_LENGTH), v.get(TOOK), v.get(FILES)));

    private static final RecordCodec<CallSelected> CALL_SELECTED = ofCall("call_selected", CallSelected.class)
            .required(NEXT, CallSelected::next)
            .build(v -> new CallSelected(v.get(AT), v.get(CALL_ID), v.get(NEXT)));

    private static final RecordCodec<StepFailed> STEP_FAILED = ofCall("step_failed", StepFailed.class)
            .required(MESSAGE, StepFailed::message)
            .required(DECLARED, StepFailed::declared)
            .optional(MAY_HAVE_TAKEN_EFFECT, false, StepFailed::mayHaveTakenEffect)
            .optional(TOOK, Duration.ZERO, StepFailed::took)
            .build(v -> new StepFailed(
                    v.get(AT),
                    v.get(CALL_ID),
                    v.get(MESSAGE),
                    v.get(DECLARED),
                    v.get(MAY_HAVE_TAKEN_EFFECT),
                    v.get(TOOK)));

    private static final RecordCodec<StepInDoubt> STEP_IN_DOUBT = ofCall("step_in_doubt", StepInDoubt.class)
            .required(EXCEPTION, StepInDoubt::exception)
            .optional(TOOK, Duration.ZERO, StepInDoubt::took)
            .build(v -> new StepInDoubt(v.get(AT), v.get(CALL_ID), v.get(EXCEPTION), v.get(TOOK)));

    private static final RecordCodec<ReplyAsked> REPLY_ASKED = ofCall("reply_asked", ReplyAsked.class)
            .required(QUESTION, ReplyAsked::question)
            .required(SCHEMA, ReplyAsked::schema)
            .optional(DEADLINE, Optional.empty(), ReplyAsked::deadline)
            .optional(FALLBACK, Optional.empty(), ReplyAsked::fallback)
            .build(v -> new ReplyAsked(
                    v.get(AT), v.get(CALL_ID), v.get(QUESTION), v.get(SCHEMA), v.get(DEADLINE), v.get(FALLBACK)));

    private static final RecordCodec<ReplyReceived> REPLY_RECEIVED = ofCall("reply_received", ReplyReceived.class)
            .required(REPLY, ReplyReceived::reply)
            .optional(CHECKED, true, ReplyReceived::checked)
            .optional(FILES, List.of(), ReplyReceived::files)
            .build(v -> new ReplyReceived(v.get(AT), v.get(CALL_ID), v.get(REPLY), v.get(CHECKED), v.get(FILES)));

    private static final RecordCodec<Expired> EXPIRED = ofCall("expired", Expired.class)
            .optional(FALLBACK, Optional.empty(), Expired::fallback)
            .build(v -> new Expired(v.get(AT), v.get(CALL_ID), v.get(FALLBACK)));

    private static final RecordCodec<AnsweredByPerson> ANSWERED_BY_PERSON = ofCall(
                    "answered_by_person", AnsweredByPerson.class)
            .required(BY, AnsweredByPerson::by)
            .required(ANSWER, AnsweredByPerson::answer)
            .optional(NEXT_ID, "", AnsweredByPerson::nextId)
            .build(v -> new AnsweredByPerson(v.get(AT), v.get(CALL_ID), v.get(BY), v.get(ANSWER), v.get(NEXT_ID)));

    private static final RecordCodec<PersonAsked> PERSON_ASKED = event("person_asked", PersonAsked.class)
            .required(QUESTION, PersonAsked::question)
            .build(v -> new PersonAsked(v.get(AT), v.get(QUESTION)));

    private static final RecordCodec<MessageReceived> MESSAGE_RECEIVED = event(
                    "message_received", MessageReceived.class)
            .required(TEXT, MessageReceived::text)
            .optional(FILES, List.of(), MessageReceived::files)
            .build(v -> new MessageReceived(v.get(AT), v.get(TEXT), v.get(FILES)));

    private static final RecordCodec<BudgetExtended> BUDGET_EXTENDED = event("budget_extended", BudgetExtended.class)
            .required(BY, BudgetExtended::by)
            .required(MORE, BudgetExtended::more)
            .build(v -> new BudgetExtended(v.get(AT), v.get(BY), v.get(MORE)));

    private static final RecordCodec<Finished> FINISHED = ofCall("finished", Finished.class)
            .required(RESULT, Finished::result)
            .optional(FILES, List.of(), Finished::files)
            .build(v -> new Finished(v.get(AT), v.get(CALL_ID), v.get(RESULT), v.get(FILES)));

    private static final RecordCodec<Stopped> STOPPED = event("stopped", Stopped.class)
            .optional(BY, "", Stopped::by)
            .optional(CAUSE, StopCause.CANCELLED, Stopped::cause)
            .required(REASON, Stopped::reason)
            .build(v -> new Stopped(v.get(AT), v.get(BY), v.get(CAUSE), v.get(REASON)));

    private EventCodecs() {}

    /** Returns the JSON codec for a kind of event. */
    static RecordCodec<? extends Event> of(EventKind kind) {
        return switch (kind) {
            case STARTED -> STARTED;
            case CONTEXT_FETCHED -> CONTEXT_FETCHED;
            case CONTEXT_FAILED -> CONTEXT_FAILED;
            case MODEL_REPLIED -> MODEL_REPLIED;
            case TEXT_REJECTED -> TEXT_REJECTED;
            case CALL_REJECTED -> CALL_REJECTED;
            case GATE_PASSED -> GATE_PASSED;
            case GATE_DENIED -> GATE_DENIED;
            case APPROVAL_ASKED -> APPROVAL_ASKED;
            case APPROVED -> APPROVED;
            case REFUSED -> REFUSED;
            case STEP_STARTED -> STEP_STARTED;
            case STEP_RETURNED -> STEP_RETURNED;
            case CALL_SELECTED -> CALL_SELECTED;
            case STEP_FAILED -> STEP_FAILED;
            case STEP_IN_DOUBT -> STEP_IN_DOUBT;
            case ANSWERED_BY_PERSON -> ANSWERED_BY_PERSON;
            case REQUEST_FAILED -> REQUEST_FAILED;
            case GATE_FAILED -> GATE_FAILED;
            case BUDGET_EXTENDED -> BUDGET_EXTENDED;
            case REPLY_ASKED -> REPLY_ASKED;
            case REPLY_RECEIVED -> REPLY_RECEIVED;
            case AGENT_UPDATED -> AGENT_UPDATED;
            case DELEGATE_STARTED -> DELEGATE_STARTED;
            case DELEGATE_ENDED -> DELEGATE_ENDED;
            case EXPIRED -> EXPIRED;
            case PERSON_ASKED -> PERSON_ASKED;
            case MESSAGE_RECEIVED -> MESSAGE_RECEIVED;
            case FINISHED -> FINISHED;
            case STOPPED -> STOPPED;
        };
    }

    private static <E extends Event> RecordCodec.Builder<E> event(String kind, Class<E> type) {
        return RecordCodec.builder(type).kind(EVENT, kind).required(AT, Event::at);
    }

    private static <E extends Event.OfCall> RecordCodec.Builder<E> ofCall(String kind, Class<E> type) {
        return event(kind, type).required(CALL_ID, Event.OfCall::callId);
    }
}
