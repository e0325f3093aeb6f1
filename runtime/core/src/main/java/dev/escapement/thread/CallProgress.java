package dev.escapement.thread;

import dev.escapement.tool.Call;
import org.jspecify.annotations.Nullable;

/** The progress of one call, derived from its events. Immutable. */
public final class CallProgress {

    private final Call selected;
    private final boolean selectedByCode;
    // Assigned only while a copy is made, before it is published.
    private Call call;
    private boolean gatePassed;
    private Event.@Nullable ApprovalAsked asked;
    private Event.@Nullable Approved approved;
    private Event.@Nullable StepStarted started;
    private boolean running;
    private Event.@Nullable ReplyAsked question;
    private Event.@Nullable Answer answer;

    CallProgress(Call selected, boolean selectedByCode) {
        this.selected = selected;
        this.call = selected;
        this.selectedByCode = selectedByCode;
    }

    /** Returns the progress after an event of this call. */
    CallProgress apply(Event.OfCall event) {
        CallProgress next = copy();
        return switch (event.kind()) {
            case GATE_PASSED -> {
                next.gatePassed = true;
                yield next;
            }
            case APPROVAL_ASKED -> {
                next.asked = (Event.ApprovalAsked) event;
                yield next;
            }
            case APPROVED -> {
                next.approved = (Event.Approved) event;
                next.call = edited(selected, next.approved);
                yield next;
            }
            case STEP_STARTED -> {
                next.started = (Event.StepStarted) event;
                next.running = true;
                yield next;
            }
            case RERUN_ALLOWED -> {
                next.running = false;
                yield next;
            }
            case REPLY_ASKED -> {
                next.question = (Event.ReplyAsked) event;
                yield next;
            }
            case CALL_REJECTED,
                    GATE_DENIED,
                    REFUSED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    STEP_CONFIRMED,
                    REPLY_RECEIVED,
                    FINISHED -> {
                next.answer = (Event.Answer) event;
                yield next;
            }
            case STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    STOPPED -> throw new IllegalArgumentException(event.kind() + " is not an event of a call.");
        };
    }

    private static Call edited(Call selected, Event.Approved approved) {
        return approved.editedArguments()
                .map(arguments -> new Call(selected.id(), selected.tool(), arguments))
                .orElse(selected);
    }

    private CallProgress copy() {
        CallProgress copy = new CallProgress(selected, selectedByCode);
        copy.call = call;
        copy.gatePassed = gatePassed;
        copy.asked = asked;
        copy.approved = approved;
        copy.started = started;
        copy.running = running;
        copy.question = question;
        copy.answer = answer;
        return copy;
    }

    /**
     * Returns the call as it was selected.
     *
     * @return the call with the arguments of the model or of the selecting step
     */
    public Call selected() {
        return selected;
    }

    /**
     * Returns the call with the arguments that its step receives.
     *
     * @return the call with the approved arguments if a person edited them, otherwise the selected call
     */
    public Call call() {
        return call;
    }

    /**
     * Returns whether the call was selected by a step rather than by the model.
     *
     * @return {@code true} for a call that a step selected
     */
    public boolean selectedByCode() {
        return selectedByCode;
    }

    /**
     * Returns whether a person approved arguments that differ from the original arguments.
     *
     * @return {@code true} if the arguments were edited
     */
    public boolean edited() {
        return approved != null && approved.editedArguments().isPresent();
    }

    /**
     * Returns whether the gates have permitted the call.
     *
     * @return {@code true} after the gates passed
     */
    public boolean gatePassed() {
        return gatePassed;
    }

    /**
     * Returns the latest request for approval of the call.
     *
     * @return the event, or {@code null} if there is none
     */
    public Event.@Nullable ApprovalAsked asked() {
        return asked;
    }

    /**
     * Returns the approval of the call.
     *
     * @return the event, or {@code null} if there is none
     */
    public Event.@Nullable Approved approved() {
        return approved;
    }

    /**
     * Returns the hash of the arguments that a person approved or was requested to approve.
     *
     * @return the SHA-256 as hexadecimal digits, or {@code null} if approval was never requested
     */
    public @Nullable String boundTo() {
        if (approved != null) {
            return approved.argumentsSha256();
        }
        return asked != null ? asked.argumentsSha256() : null;
    }

    /**
     * Returns the event that records the latest start of the step.
     *
     * @return the event, or {@code null} if there is none
     */
    public Event.@Nullable StepStarted started() {
        return started;
    }

    /**
     * Returns whether the step has started but its outcome has not been recorded.
     *
     * @return {@code true} if the outcome is unknown
     */
    public boolean inDoubt() {
        return running && answer == null && question == null;
    }

    /**
     * Returns the step's question to a person, if the step paused.
     *
     * @return the event, or {@code null} if there is none
     */
    public Event.@Nullable ReplyAsked question() {
        return question;
    }

    /**
     * Returns whether the call has been answered.
     *
     * @return {@code true} after the answer
     */
    public boolean answered() {
        return answer != null;
    }

    /**
     * Returns whether the call succeeded.
     *
     * @return {@code true} after a result, a reply, a confirmation or a selection; {@code false} before the answer and
     *     after any other answer
     */
    public boolean succeeded() {
        return answer != null && answer.kind().isSuccess();
    }
}
