package dev.escapement.thread;

import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The progress of one call, derived from its events. Immutable. */
public final class CallProgress {

    private static final int NEVER = -1;

    private final Call selected;
    private final boolean selectedByCode;
    private final @Nullable StepVersion selectedVersion;
    // Assigned only while a copy is made, before it is published.
    private Call call;
    private @Nullable StepVersion version;
    private int reviewedAt = NEVER;
    private Event.@Nullable ApprovalAsked asked;
    private Event.@Nullable Approved approved;
    private Event.@Nullable StepStarted started;
    private boolean running;
    private boolean threw;
    private Event.@Nullable ReplyAsked question;
    private @Nullable DelegateStarted delegate;
    private @Nullable DelegateEnded delegateEnded;
    private Event.@Nullable OfCall answer;
    private String firstQuestion = "";

    /**
     * Creates the progress of a call without events.
     *
     * @param version the version of the step when the call was recorded, or null if it is unknown
     */
    CallProgress(Call selected, boolean selectedByCode, @Nullable StepVersion version) {
        this.selected = selected;
        this.call = selected;
        this.selectedByCode = selectedByCode;
        this.selectedVersion = version;
        this.version = version;
    }

    /**
     * Returns the progress after an event of this call.
     *
     * @param revision the number of events so far that may have changed the basis of a gate's decision
     * @param versions the versions of the steps when the event was recorded, by tool
     */
    CallProgress apply(Event.OfCall event, int revision, Map<String, StepVersion> versions) {
        CallProgress next = copy();
        return switch (event.kind()) {
            case GATE_PASSED -> next.reviewed(revision);
            case APPROVAL_ASKED -> next.asked((Event.ApprovalAsked) event);
            case APPROVED -> next.approved((Event.Approved) event, versions.get(selected.tool()));
            case STEP_STARTED -> next.started((Event.StepStarted) event);
            case STEP_IN_DOUBT -> next.threw(true);
            case REPLY_ASKED -> next.asked((Event.ReplyAsked) event);
            case DELEGATE_STARTED -> next.delegated((DelegateStarted) event);
            case DELEGATE_ENDED -> next.ended((DelegateEnded) event);
            case ANSWERED_BY_PERSON -> next.resolved((AnsweredByPerson) event);
            case CALL_REJECTED,
                    GATE_DENIED,
                    GATE_FAILED,
                    REFUSED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    REPLY_RECEIVED,
                    EXPIRED,
                    FINISHED -> next.answered(event);
            case STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    REQUEST_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    BUDGET_EXTENDED,
                    AGENT_UPDATED,
                    STOPPED -> throw new IllegalArgumentException(event.kind() + " is not an event of a call.");
        };
    }

    // The following methods change a copy before it is published.

    private CallProgress reviewed(int revision) {
        reviewedAt = revision;
        return this;
    }

    private CallProgress asked(Event.ApprovalAsked event) {
        asked = event;
        firstQuestion = firstQuestion.isEmpty() ? event.question() : firstQuestion;
        approved = null; // a further request replaces an approval of arguments that were not valid
        call = selected;
        version = selectedVersion;
        return this;
    }

    private CallProgress approved(Event.Approved event, @Nullable StepVersion current) {
        approved = event;
        call = edited(selected, event);
        version = event.editedArguments().isPresent() ? current : selectedVersion;
        return this;
    }

    private CallProgress started(Event.StepStarted event) {
        started = event;
        running = true;
        return threw(false);
    }

    private CallProgress threw(boolean whether) {
        threw = whether;
        return this;
    }

    private CallProgress delegated(DelegateStarted event) {
        delegate = event;
        running = false;
        return this;
    }

    private CallProgress ended(DelegateEnded event) {
        delegateEnded = event;
        return event.isAnswer() ? answered(event) : this;
    }

    private CallProgress asked(Event.ReplyAsked event) {
        firstQuestion = uncheckedReply() == null ? event.question() : firstQuestion;
        question = event;
        return answered(null); // a further question replaces a reply that was not valid
    }

    private CallProgress answered(Event.@Nullable OfCall event) {
        answer = event;
        return this;
    }

    private CallProgress resolved(AnsweredByPerson event) {
        return switch (event.answer().kind()) {
            case RUN_AGAIN -> letRunAgain();
            case QUESTION -> asked(questionOf(event, ((Answer.Question) event.answer()).text()));
            case RETURNED, NEXT, FINISHED, FAILED -> answered(event);
        };
    }

    /** Returns the question that a person asks in place of the step. The limit of an earlier question still applies. */
    private Event.ReplyAsked questionOf(AnsweredByPerson event, String text) {
        return question == null
                ? new Event.ReplyAsked(event.at(), event.callId(), text, "")
                : new Event.ReplyAsked(event.at(), event.callId(), text, "", question.deadline(), question.fallback());
    }

    private CallProgress letRunAgain() {
        running = false;
        return this;
    }

    private static Call edited(Call selected, Event.Approved approved) {
        return approved.editedArguments()
                .map(arguments -> new Call(selected.id(), selected.tool(), arguments))
                .orElse(selected);
    }

    private CallProgress copy() {
        CallProgress copy = new CallProgress(selected, selectedByCode, selectedVersion);
        copy.call = call;
        copy.version = version;
        copy.reviewedAt = reviewedAt;
        copy.asked = asked;
        copy.approved = approved;
        copy.started = started;
        copy.running = running;
        copy.threw = threw;
        copy.question = question;
        copy.delegate = delegate;
        copy.delegateEnded = delegateEnded;
        copy.answer = answer;
        copy.firstQuestion = firstQuestion;
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

    /** {@return the version of the step when the call was selected; {@code null} if it is unknown} */
    public @Nullable StepVersion selectedVersion() {
        return selectedVersion;
    }

    /** {@return the version of the step when the arguments of {@link #call} were recorded; {@code null} if it is unknown} */
    public @Nullable StepVersion version() {
        return version;
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
     * @return {@code true} after the gates passed for the first time
     */
    public boolean gatePassed() {
        return reviewedAt != NEVER;
    }

    /** Returns whether the gates have permitted the call since a given revision of the reply. */
    boolean gatePassedSince(int revision) {
        return reviewedAt >= revision;
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
     * @return the SHA-256 as hexadecimal digits; {@code null} if approval was never requested, or if the approved
     *     arguments were edited and their hash was not recorded
     */
    public @Nullable String boundTo() {
        if (approved != null) {
            return approved.argumentsSha256().isEmpty() ? null : approved.argumentsSha256();
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
     * Returns whether the last attempt of the step ended with an exception that does not exclude an effect.
     *
     * @return {@code true} after such an exception; {@code false} if the attempt was interrupted or is running
     */
    public boolean threw() {
        return threw;
    }

    /**
     * Returns whether a person has let the step run again after an unknown outcome, and it has not started since.
     *
     * @return {@code true} until the next start of the step or the answer to the call
     */
    public boolean mayRunAgain() {
        return started != null && !running && answer == null && question == null && delegate == null;
    }

    /**
     * Returns the number of attempts since the first start of the step, or since a person let it run again.
     *
     * @return 0 or more
     */
    public int attempts() {
        return running && started != null ? started.attempt() : 0;
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
     * Returns the start of the child thread, if the step delegated.
     *
     * @return the event, or {@code null} if there is none
     */
    public @Nullable DelegateStarted delegate() {
        return delegate;
    }

    /**
     * Returns the end of the child thread.
     *
     * @return the event, or {@code null} if the child has not ended or there is none
     */
    public @Nullable DelegateEnded delegateEnded() {
        return delegateEnded;
    }

    /**
     * Returns the deadline of the open question about the call.
     *
     * @return the time at which the question expires; empty if it does not expire, or if no question is open
     */
    public Optional<Instant> deadline() {
        if (answer != null) {
            return Optional.empty();
        } else if (question != null) {
            return question.deadline();
        }
        return asked == null || approved != null ? Optional.empty() : asked.deadline();
    }

    /**
     * Returns the text of the question as it was first put, without the violations of invalid answers.
     *
     * @return the text; empty if there was no question
     */
    public String firstQuestion() {
        return firstQuestion;
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
     * Returns the reply of a person that was recorded without the agent's loop, so that it may be invalid.
     *
     * @return the event, or {@code null} if there is none
     */
    public Event.@Nullable ReplyReceived uncheckedReply() {
        return answer instanceof Event.ReplyReceived reply && !reply.checked() ? reply : null;
    }

    /**
     * Returns whether the call succeeded.
     *
     * @return {@code true} after a result, a reply or a selection, also by a person, and after a fallback; {@code false}
     *     before the answer and after any other answer
     */
    public boolean succeeded() {
        return answer != null && CallResult.of(answer).isSuccess();
    }
}
