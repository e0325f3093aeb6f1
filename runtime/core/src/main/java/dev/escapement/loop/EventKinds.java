package dev.escapement.loop;

import static dev.escapement.loop.EventProperties.*;

import dev.escapement.loop.Event.ApprovalAsked;
import dev.escapement.loop.Event.Approved;
import dev.escapement.loop.Event.CallRejected;
import dev.escapement.loop.Event.CallSelected;
import dev.escapement.loop.Event.ContextFailed;
import dev.escapement.loop.Event.ContextFetched;
import dev.escapement.loop.Event.Finished;
import dev.escapement.loop.Event.GateDenied;
import dev.escapement.loop.Event.GatePassed;
import dev.escapement.loop.Event.MessageReceived;
import dev.escapement.loop.Event.ModelReplied;
import dev.escapement.loop.Event.PersonAsked;
import dev.escapement.loop.Event.Refused;
import dev.escapement.loop.Event.ReplyAsked;
import dev.escapement.loop.Event.ReplyReceived;
import dev.escapement.loop.Event.RerunAllowed;
import dev.escapement.loop.Event.Started;
import dev.escapement.loop.Event.StepConfirmed;
import dev.escapement.loop.Event.StepFailed;
import dev.escapement.loop.Event.StepReturned;
import dev.escapement.loop.Event.StepStarted;
import dev.escapement.loop.Event.Stopped;
import dev.escapement.loop.Event.TextRejected;
import dev.escapement.model.Exchange;
import dev.escapement.model.StopReason;
import java.util.List;
import java.util.Optional;

/**
 * What is written of each kind of event: its name and its properties, in their order.
 *
 * <p>Threads that are stored must stay readable: a property that a kind gets later is an optional one, and no name is
 * ever changed.
 */
final class EventKinds {

    static final List<RecordCodec<? extends Event>> ALL = List.of(
            event("started", Started.class)
                    .required(AGENT, Started::agent)
                    .required(INPUT, Started::input)
                    .optional(TRIGGER, "", started -> started.start().trigger())
                    .optional(PAYLOAD, "", started -> started.start().payload())
                    .optional(BUDGET, Budget.UNLIMITED, Started::budget)
                    .build(v -> new Started(
                            v.get(AT),
                            v.get(AGENT),
                            new Start(v.get(INPUT), v.get(TRIGGER), v.get(PAYLOAD)),
                            v.get(BUDGET))),
            event("context_fetched", ContextFetched.class)
                    .required(SOURCE, ContextFetched::source)
                    .required(RESULT, ContextFetched::result)
                    .build(v -> new ContextFetched(v.get(AT), v.get(SOURCE), v.get(RESULT))),
            event("context_failed", ContextFailed.class)
                    .required(SOURCE, ContextFailed::source)
                    .required(MESSAGE, ContextFailed::message)
                    .required(DECLARED, ContextFailed::declared)
                    .build(v -> new ContextFailed(v.get(AT), v.get(SOURCE), v.get(MESSAGE), v.get(DECLARED))),
            event("model_replied", ModelReplied.class)
                    .required(TEXT, ModelReplied::text)
                    .required(CALLS, ModelReplied::calls)
                    .required(USAGE, ModelReplied::usage)
                    .optional(STOP, StopReason.COMPLETE, ModelReplied::stop)
                    .optional(EXCHANGE, Exchange.UNKNOWN, ModelReplied::exchange)
                    .optional(STATE, Optional.empty(), ModelReplied::state)
                    .build(v -> new ModelReplied(
                            v.get(AT),
                            v.get(TEXT),
                            v.get(CALLS),
                            v.get(USAGE),
                            v.get(STOP),
                            v.get(EXCHANGE),
                            v.get(STATE))),
            event("text_rejected", TextRejected.class)
                    .required(REASON, TextRejected::reason)
                    .build(v -> new TextRejected(v.get(AT), v.get(REASON))),
            ofCall("call_rejected", CallRejected.class)
                    .required(REASON, CallRejected::reason)
                    .build(v -> new CallRejected(v.get(AT), v.get(CALL_ID), v.get(REASON))),
            ofCall("gate_passed", GatePassed.class).build(v -> new GatePassed(v.get(AT), v.get(CALL_ID))),
            ofCall("gate_denied", GateDenied.class)
                    .required(REASON, GateDenied::reason)
                    .build(v -> new GateDenied(v.get(AT), v.get(CALL_ID), v.get(REASON))),
            ofCall("approval_asked", ApprovalAsked.class)
                    .required(QUESTION, ApprovalAsked::question)
                    .required(ARGUMENTS_SHA256, ApprovalAsked::argumentsSha256)
                    .build(v -> new ApprovalAsked(v.get(AT), v.get(CALL_ID), v.get(QUESTION), v.get(ARGUMENTS_SHA256))),
            ofCall("approved", Approved.class)
                    .required(BY, Approved::by)
                    .required(ARGUMENTS_SHA256, Approved::argumentsSha256)
                    .optional(EDITED_ARGUMENTS, Optional.empty(), Approved::editedArguments)
                    .build(v -> new Approved(
                            v.get(AT), v.get(CALL_ID), v.get(BY), v.get(ARGUMENTS_SHA256), v.get(EDITED_ARGUMENTS))),
            ofCall("refused", Refused.class)
                    .required(BY, Refused::by)
                    .required(REASON, Refused::reason)
                    .build(v -> new Refused(v.get(AT), v.get(CALL_ID), v.get(BY), v.get(REASON))),
            ofCall("step_started", StepStarted.class)
                    .required(EFFECT, StepStarted::effect)
                    .required(IDEMPOTENCY_KEY, StepStarted::idempotencyKey)
                    .build(v -> new StepStarted(v.get(AT), v.get(CALL_ID), v.get(EFFECT), v.get(IDEMPOTENCY_KEY))),
            ofCall("step_returned", StepReturned.class)
                    .required(RESULT, StepReturned::result)
                    .build(v -> new StepReturned(v.get(AT), v.get(CALL_ID), v.get(RESULT))),
            ofCall("call_selected", CallSelected.class)
                    .required(NEXT, CallSelected::next)
                    .build(v -> new CallSelected(v.get(AT), v.get(CALL_ID), v.get(NEXT))),
            ofCall("step_failed", StepFailed.class)
                    .required(MESSAGE, StepFailed::message)
                    .required(DECLARED, StepFailed::declared)
                    .build(v -> new StepFailed(v.get(AT), v.get(CALL_ID), v.get(MESSAGE), v.get(DECLARED))),
            ofCall("rerun_allowed", RerunAllowed.class)
                    .required(BY, RerunAllowed::by)
                    .build(v -> new RerunAllowed(v.get(AT), v.get(CALL_ID), v.get(BY))),
            ofCall("step_confirmed", StepConfirmed.class)
                    .required(BY, StepConfirmed::by)
                    .required(NOTE, StepConfirmed::note)
                    .build(v -> new StepConfirmed(v.get(AT), v.get(CALL_ID), v.get(BY), v.get(NOTE))),
            ofCall("reply_asked", ReplyAsked.class)
                    .required(QUESTION, ReplyAsked::question)
                    .required(SCHEMA, ReplyAsked::schema)
                    .build(v -> new ReplyAsked(v.get(AT), v.get(CALL_ID), v.get(QUESTION), v.get(SCHEMA))),
            ofCall("reply_received", ReplyReceived.class)
                    .required(REPLY, ReplyReceived::reply)
                    .build(v -> new ReplyReceived(v.get(AT), v.get(CALL_ID), v.get(REPLY))),
            event("person_asked", PersonAsked.class)
                    .required(QUESTION, PersonAsked::question)
                    .build(v -> new PersonAsked(v.get(AT), v.get(QUESTION))),
            event("message_received", MessageReceived.class)
                    .required(TEXT, MessageReceived::text)
                    .build(v -> new MessageReceived(v.get(AT), v.get(TEXT))),
            ofCall("finished", Finished.class)
                    .required(RESULT, Finished::result)
                    .build(v -> new Finished(v.get(AT), v.get(CALL_ID), v.get(RESULT))),
            event("stopped", Stopped.class)
                    .required(REASON, Stopped::reason)
                    .build(v -> new Stopped(v.get(AT), v.get(REASON))));

    private EventKinds() {}

    private static <E extends Event> RecordCodec.Builder<E> event(String kind, Class<E> type) {
        return RecordCodec.builder(type).kind(EVENT, kind).required(AT, Event::at);
    }

    private static <E extends Event.OfCall> RecordCodec.Builder<E> ofCall(String kind, Class<E> type) {
        return event(kind, type).required(CALL_ID, Event.OfCall::callId);
    }
}
