package dev.escapement.run;

/**
 * Thrown if a person's reply or edited arguments are invalid. The thread is unchanged and still waits. The message
 * lists the path, the expected value and the actual value of each violation.
 */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The kind of the fault. */
    public enum Reason {

        /** The edited arguments violate the schema of the tool. */
        INVALID_ARGUMENTS,

        /** The reply violates the schema of the question. */
        INVALID_REPLY,

        /** The reply is of the type of another step's question. */
        REPLY_TO_OTHER_STEP,

        /** A note cannot replace the result of a step that decides what follows. */
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
     * Returns the id of the call that the input was for.
     *
     * @return the id
     */
    public String callId() {
        return callId;
    }

    /**
     * Returns the kind of the fault.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
