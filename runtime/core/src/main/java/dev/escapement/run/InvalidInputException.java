package dev.escapement.run;

/**
 * Thrown if a person's reply or edited arguments are invalid. The thread is unchanged and still waits. The message
 * lists the path, the expected value and the actual value of each violation.
 */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** A reason why a person's input is invalid. */
    public enum Reason {

        /** The edited arguments violate the tool's schema. */
        INVALID_ARGUMENTS,

        /** The reply violates the question's schema. */
        INVALID_REPLY,

        /** The reply is for another step's question. */
        REPLY_TO_OTHER_STEP,

        /** The step's result determines how the thread continues, so a note cannot replace the result. */
        RESULT_REQUIRED
    }

    private final String callId;
    private final Reason reason;

    InvalidInputException(String callId, Reason reason, String message) {
        super(message);
        this.callId = callId;
        this.reason = reason;
    }

    /**
     * Returns the id of the call that the input concerns.
     *
     * @return the id
     */
    public String callId() {
        return callId;
    }

    /**
     * Returns the reason why the input is invalid.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
