package dev.escapement.thread;

/**
 * A kind of event. There is one constant for each record in {@link Event}, named like the kind in JSON. Later versions
 * may add kinds, so a {@code switch} in an application requires a default branch.
 */
public enum EventKind {
    STARTED,
    CONTEXT_FETCHED,
    CONTEXT_FAILED,
    MODEL_REPLIED,
    TEXT_REJECTED,
    CALL_REJECTED,
    GATE_PASSED,
    GATE_DENIED,
    APPROVAL_ASKED,
    APPROVED,
    REFUSED,
    STEP_STARTED,
    STEP_RETURNED,
    CALL_SELECTED,
    STEP_FAILED,
    RERUN_ALLOWED,
    STEP_CONFIRMED,
    REPLY_ASKED,
    REPLY_RECEIVED,
    PERSON_ASKED,
    MESSAGE_RECEIVED,
    FINISHED,
    STOPPED;

    /** Returns whether an event of this kind answers a call successfully. */
    boolean isSuccess() {
        return switch (this) {
            case STEP_RETURNED, CALL_SELECTED, STEP_CONFIRMED, REPLY_RECEIVED, FINISHED -> true;
            case STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    CALL_REJECTED,
                    GATE_PASSED,
                    GATE_DENIED,
                    APPROVAL_ASKED,
                    APPROVED,
                    REFUSED,
                    STEP_STARTED,
                    STEP_FAILED,
                    RERUN_ALLOWED,
                    REPLY_ASKED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    STOPPED -> false;
        };
    }

    /**
     * Returns whether an event of this kind answers a call with a failure of the model or the step. A refusal is
     * neither a success nor a failure.
     */
    boolean isFailure() {
        return switch (this) {
            case CALL_REJECTED, GATE_DENIED, STEP_FAILED -> true;
            case STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    GATE_PASSED,
                    APPROVAL_ASKED,
                    APPROVED,
                    REFUSED,
                    STEP_STARTED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    RERUN_ALLOWED,
                    STEP_CONFIRMED,
                    REPLY_ASKED,
                    REPLY_RECEIVED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    FINISHED,
                    STOPPED -> false;
        };
    }
}
