package dev.escapement.thread;

/** The meaning of an event for the call that it concerns. */
enum CallResult {

    /** The call does not have an answer yet. */
    OPEN,

    /** The call succeeded. */
    SUCCEEDED,

    /** The call succeeded, and another call continues it. */
    SELECTED,

    /** The call failed by a fault of the model or of the agent, which counts as a failure. */
    FAILED,

    /** The call was declined by a rule of the agent, by a declared exception or by a person, or its question expired. */
    DECLINED;

    /** Returns the meaning of an event for its call. */
    static CallResult of(Event.OfCall event) {
        return switch (event.kind()) {
            case STEP_RETURNED, REPLY_RECEIVED, FINISHED -> SUCCEEDED;
            case CALL_SELECTED -> SELECTED;
            case CALL_REJECTED -> ((Event.CallRejected) event).faulty() ? FAILED : DECLINED;
            case GATE_FAILED -> FAILED;
            case STEP_FAILED -> ((Event.StepFailed) event).declared() ? DECLINED : FAILED;
            case GATE_DENIED, REFUSED -> DECLINED;
            case EXPIRED -> ((Event.Expired) event).fallback().isPresent() ? SUCCEEDED : DECLINED;
            case ANSWERED_BY_PERSON -> of(((AnsweredByPerson) event).answer());
            case DELEGATE_ENDED -> of((DelegateEnded) event);
            case GATE_PASSED, APPROVAL_ASKED, APPROVED, STEP_STARTED, STEP_IN_DOUBT, REPLY_ASKED, DELEGATE_STARTED ->
                OPEN;
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

    private static CallResult of(DelegateEnded ended) {
        if (!ended.succeeded()) {
            return DECLINED;
        }
        return ended.joins() ? OPEN : SUCCEEDED;
    }

    private static CallResult of(Answer answer) {
        return switch (answer.kind()) {
            case RETURNED, FINISHED -> SUCCEEDED;
            case NEXT -> SELECTED;
            case FAILED -> DECLINED;
            case QUESTION, RUN_AGAIN -> OPEN;
        };
    }

    /** Returns whether the call has its answer. */
    boolean isAnswer() {
        return this != OPEN;
    }

    /** Returns whether the call succeeded. */
    boolean isSuccess() {
        return this == SUCCEEDED || this == SELECTED;
    }

    /** Returns whether the model receives the answer as a failure. */
    boolean isFailure() {
        return this == FAILED || this == DECLINED;
    }
}
