package dev.escapement.engine;

import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;

/**
 * A visitor of events, with one method for each event type. Unstable: later versions add a method for each new type of
 * event, so that engines that do not handle it fail to compile. Applications should use {@link Event#kind()} instead.
 *
 * @param <R> the type of the result
 */
public interface EventVisitor<R> {

    /**
     * Calls the visitor's method for the type of an event.
     *
     * @param event the event
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    static <R> R visit(Event event, EventVisitor<R> visitor) {
        return switch (event.kind()) {
            case STARTED -> visitor.started((Event.Started) event);
            case CONTEXT_FETCHED -> visitor.contextFetched((Event.ContextFetched) event);
            case CONTEXT_FAILED -> visitor.contextFailed((Event.ContextFailed) event);
            case MODEL_REPLIED -> visitor.modelReplied((Event.ModelReplied) event);
            case TEXT_REJECTED -> visitor.textRejected((Event.TextRejected) event);
            case CALL_REJECTED -> visitor.callRejected((Event.CallRejected) event);
            case GATE_PASSED -> visitor.gatePassed((Event.GatePassed) event);
            case GATE_DENIED -> visitor.gateDenied((Event.GateDenied) event);
            case APPROVAL_ASKED -> visitor.approvalAsked((Event.ApprovalAsked) event);
            case APPROVED -> visitor.approved((Event.Approved) event);
            case REFUSED -> visitor.refused((Event.Refused) event);
            case STEP_STARTED -> visitor.stepStarted((Event.StepStarted) event);
            case STEP_RETURNED -> visitor.stepReturned((Event.StepReturned) event);
            case CALL_SELECTED -> visitor.callSelected((Event.CallSelected) event);
            case STEP_FAILED -> visitor.stepFailed((Event.StepFailed) event);
            case STEP_IN_DOUBT -> visitor.stepInDoubt((Event.StepInDoubt) event);
            case ANSWERED_BY_PERSON -> visitor.answeredByPerson((AnsweredByPerson) event);
            case REQUEST_FAILED -> visitor.requestFailed((RequestFailed) event);
            case GATE_FAILED -> visitor.gateFailed((Event.GateFailed) event);
            case BUDGET_EXTENDED -> visitor.budgetExtended((Event.BudgetExtended) event);
            case REPLY_ASKED -> visitor.replyAsked((Event.ReplyAsked) event);
            case AGENT_UPDATED -> visitor.agentUpdated((AgentUpdated) event);
            case DELEGATE_STARTED -> visitor.delegateStarted((DelegateStarted) event);
            case DELEGATE_ENDED -> visitor.delegateEnded((DelegateEnded) event);
            case EXPIRED -> visitor.expired((Event.Expired) event);
            case REPLY_RECEIVED -> visitor.replyReceived((Event.ReplyReceived) event);
            case PERSON_ASKED -> visitor.personAsked((Event.PersonAsked) event);
            case MESSAGE_RECEIVED -> visitor.messageReceived((Event.MessageReceived) event);
            case FINISHED -> visitor.finished((Event.Finished) event);
            case STOPPED -> visitor.stopped((Event.Stopped) event);
        };
    }

    /**
     * Handles an {@link Event.Started} event.
     *
     * @param event the event
     * @return the result
     */
    R started(Event.Started event);

    /**
     * Handles an {@link Event.ContextFetched} event.
     *
     * @param event the event
     * @return the result
     */
    R contextFetched(Event.ContextFetched event);

    /**
     * Handles an {@link Event.ContextFailed} event.
     *
     * @param event the event
     * @return the result
     */
    R contextFailed(Event.ContextFailed event);

    /**
     * Handles an {@link Event.ModelReplied} event.
     *
     * @param event the event
     * @return the result
     */
    R modelReplied(Event.ModelReplied event);

    /**
     * Handles an {@link Event.TextRejected} event.
     *
     * @param event the event
     * @return the result
     */
    R textRejected(Event.TextRejected event);

    /**
     * Handles an {@link Event.CallRejected} event.
     *
     * @param event the event
     * @return the result
     */
    R callRejected(Event.CallRejected event);

    /**
     * Handles an {@link Event.GatePassed} event.
     *
     * @param event the event
     * @return the result
     */
    R gatePassed(Event.GatePassed event);

    /**
     * Handles an {@link Event.GateDenied} event.
     *
     * @param event the event
     * @return the result
     */
    R gateDenied(Event.GateDenied event);

    /**
     * Handles an {@link Event.ApprovalAsked} event.
     *
     * @param event the event
     * @return the result
     */
    R approvalAsked(Event.ApprovalAsked event);

    /**
     * Handles an {@link Event.Approved} event.
     *
     * @param event the event
     * @return the result
     */
    R approved(Event.Approved event);

    /**
     * Handles an {@link Event.Refused} event.
     *
     * @param event the event
     * @return the result
     */
    R refused(Event.Refused event);

    /**
     * Handles an {@link Event.StepStarted} event.
     *
     * @param event the event
     * @return the result
     */
    R stepStarted(Event.StepStarted event);

    /**
     * Handles an {@link Event.StepReturned} event.
     *
     * @param event the event
     * @return the result
     */
    R stepReturned(Event.StepReturned event);

    /**
     * Handles an {@link Event.CallSelected} event.
     *
     * @param event the event
     * @return the result
     */
    R callSelected(Event.CallSelected event);

    /**
     * Handles an {@link Event.StepFailed} event.
     *
     * @param event the event
     * @return the result
     */
    R stepFailed(Event.StepFailed event);

    /**
     * Handles an {@link Event.StepInDoubt} event.
     *
     * @param event the event
     * @return the result
     */
    R stepInDoubt(Event.StepInDoubt event);

    /**
     * Handles an {@link AnsweredByPerson} event.
     *
     * @param event the event
     * @return the result
     */
    R answeredByPerson(AnsweredByPerson event);

    /**
     * Handles an {@link RequestFailed} event.
     *
     * @param event the event
     * @return the result
     */
    R requestFailed(RequestFailed event);

    /**
     * Handles an {@link Event.GateFailed} event.
     *
     * @param event the event
     * @return the result
     */
    R gateFailed(Event.GateFailed event);

    /**
     * Handles an {@link Event.BudgetExtended} event.
     *
     * @param event the event
     * @return the result
     */
    R budgetExtended(Event.BudgetExtended event);

    /**
     * Handles an {@link Event.ReplyAsked} event.
     *
     * @param event the event
     * @return the result
     */
    R replyAsked(Event.ReplyAsked event);

    /**
     * Handles an {@link Event.ReplyReceived} event.
     *
     * @param event the event
     * @return the result
     */
    R replyReceived(Event.ReplyReceived event);

    /**
     * Handles a {@link dev.escapement.thread.AgentUpdated} event.
     *
     * @param event the event
     * @return the result
     */
    R agentUpdated(AgentUpdated event);

    /**
     * Handles a {@link dev.escapement.thread.DelegateStarted} event.
     *
     * @param event the event
     * @return the result
     */
    R delegateStarted(DelegateStarted event);

    /**
     * Handles a {@link dev.escapement.thread.DelegateEnded} event.
     *
     * @param event the event
     * @return the result
     */
    R delegateEnded(DelegateEnded event);

    /**
     * Handles an {@link Event.Expired} event.
     *
     * @param event the event
     * @return the result
     */
    R expired(Event.Expired event);

    /**
     * Handles an {@link Event.PersonAsked} event.
     *
     * @param event the event
     * @return the result
     */
    R personAsked(Event.PersonAsked event);

    /**
     * Handles an {@link Event.MessageReceived} event.
     *
     * @param event the event
     * @return the result
     */
    R messageReceived(Event.MessageReceived event);

    /**
     * Handles an {@link Event.Finished} event.
     *
     * @param event the event
     * @return the result
     */
    R finished(Event.Finished event);

    /**
     * Handles an {@link Event.Stopped} event.
     *
     * @param event the event
     * @return the result
     */
    R stopped(Event.Stopped event);
}
