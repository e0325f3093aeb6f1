package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the input of a thread, or a person's message, reply, answer or edited arguments, are invalid. The thread is
 * unchanged and still waits. For JSON, the message lists the path, the expected value and the actual value of each
 * violation.
 */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** A reason why a person's input is invalid. */
    public enum Reason {

        /** The edited arguments violate the tool's schema. */
        INVALID_ARGUMENTS,

        /** The reply violates the question's schema. */
        INVALID_REPLY,

        /** The result of the thread, which a person wrote, violates the schema of the result. */
        INVALID_RESULT,

        /** The reply is for another step's question. */
        REPLY_TO_OTHER_STEP,

        /** The flow or the state of the call's step does not permit the answer. */
        ANSWER_NOT_PERMITTED,

        /** The JSON of the answer is malformed. */
        INVALID_JSON,

        /** The input, message, reply or answer is blank. */
        BLANK,

        /** The content store does not contain a file of the input, message or reply. */
        UNKNOWN_FILE
    }

    private final transient @Nullable AgentThread thread;
    private final String callId;
    private final Reason reason;

    InvalidInputException(@Nullable AgentThread thread, String callId, Reason reason, String message) {
        super(message);
        this.thread = thread;
        this.callId = callId;
        this.reason = reason;
    }

    /**
     * Returns the thread, which is unchanged.
     *
     * @return the thread; empty for the input of a thread that was not started, and after deserialization
     */
    public Optional<AgentThread> thread() {
        return Optional.ofNullable(thread);
    }

    /**
     * Returns the id of the call that the input concerns.
     *
     * @return the id; empty for the input of a thread or a message
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
