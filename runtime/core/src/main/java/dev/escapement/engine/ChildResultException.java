package dev.escapement.engine;

import org.jspecify.annotations.Nullable;

/**
 * An exception thrown when a join does not apply to a child thread that has finished, because a release changed the type of
 * the result, the arguments of the call, or the agent to which the step delegates. The join has not run, and the model
 * receives the result, see {@link ChildEvents#unread}. The message can contain the result. The cause, if any, is the
 * exception of an {@link dev.escapement.Upcast} method or of the constructor of a record.
 */
public final class ChildResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The part of the child or of its call to which a join does not apply. */
    public enum Reason {

        /** The step delegates to another agent than that of the child. */
        AGENT,

        /** The arguments of the call are not valid, or their conversion failed. */
        ARGUMENTS,

        /** The result of the child is not valid, or its conversion failed. */
        RESULT
    }

    private final Reason reason;

    ChildResultException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Returns the part to which the join does not apply. Unlike the message, it does not contain the result, so that it can
     * be logged.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
