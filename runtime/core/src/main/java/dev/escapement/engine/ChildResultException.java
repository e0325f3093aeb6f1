package dev.escapement.engine;

import org.jspecify.annotations.Nullable;

/**
 * An exception thrown when a join cannot read the recorded result of a child thread, because a release changed the type of
 * the result. The join has not run. The result itself is the answer to the call, see {@link ChildEvents#unjoined}.
 */
public final class ChildResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChildResultException(String message, @Nullable RuntimeException cause) {
        super(message, cause);
    }
}
