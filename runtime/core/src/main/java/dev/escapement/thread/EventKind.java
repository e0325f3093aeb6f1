package dev.escapement.thread;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A kind of event. There is one constant for each record in {@link Event}, named like the kind in JSON. Later versions
 * may add kinds, so a {@code switch} in an application requires a default branch.
 */
public enum EventKind {
    STARTED(Event.Started.class),
    CONTEXT_FETCHED(Event.ContextFetched.class),
    CONTEXT_FAILED(Event.ContextFailed.class),
    REQUEST_FAILED(RequestFailed.class),
    MODEL_REPLIED(Event.ModelReplied.class),
    TEXT_REJECTED(Event.TextRejected.class),
    CALL_REJECTED(Event.CallRejected.class),
    GATE_PASSED(Event.GatePassed.class),
    GATE_DENIED(Event.GateDenied.class),
    GATE_FAILED(Event.GateFailed.class),
    APPROVAL_ASKED(Event.ApprovalAsked.class),
    APPROVED(Event.Approved.class),
    REFUSED(Event.Refused.class),
    AGENT_UPDATED(AgentUpdated.class),
    STEP_STARTED(Event.StepStarted.class),
    STEP_RETURNED(Event.StepReturned.class),
    CALL_SELECTED(Event.CallSelected.class),
    STEP_FAILED(Event.StepFailed.class),
    STEP_IN_DOUBT(Event.StepInDoubt.class),
    REPLY_ASKED(Event.ReplyAsked.class),
    REPLY_RECEIVED(Event.ReplyReceived.class),
    DELEGATE_STARTED(DelegateStarted.class),
    DELEGATE_ENDED(DelegateEnded.class),
    EXPIRED(Event.Expired.class),
    ANSWERED_BY_PERSON(AnsweredByPerson.class),
    PERSON_ASKED(Event.PersonAsked.class),
    MESSAGE_RECEIVED(Event.MessageReceived.class),
    BUDGET_EXTENDED(Event.BudgetExtended.class),
    FINISHED(Event.Finished.class),
    STOPPED(Event.Stopped.class);

    private static final Map<Class<? extends Event>, EventKind> BY_TYPE = Map.copyOf(byType());

    private final Class<? extends Event> type;

    EventKind(Class<? extends Event> type) {
        this.type = type;
    }

    private static Map<Class<? extends Event>, EventKind> byType() {
        Map<Class<? extends Event>, EventKind> kinds = new HashMap<>();
        for (EventKind kind : values()) {
            kinds.put(kind.type, kind);
        }
        return kinds;
    }

    /**
     * Returns whether an event of this kind records the reply to a request to the model, or its failure.
     *
     * @return {@code true} for {@link #MODEL_REPLIED} and {@link #REQUEST_FAILED}
     */
    public boolean endsRequest() {
        return this == MODEL_REPLIED || this == REQUEST_FAILED;
    }

    /** Returns the kind of an event. */
    static EventKind of(Event event) {
        return Objects.requireNonNull(BY_TYPE.get(event.getClass()));
    }
}
