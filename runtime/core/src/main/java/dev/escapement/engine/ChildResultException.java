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

    ChildResultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
