package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the execution of a thread's commands fails, for example because the model is unavailable. Everything that
 * was recorded before remains stored, including the decision with which the execution began: do not repeat the decision,
 * but {@linkplain Runner#resume resume} the thread. The {@linkplain #getCause cause} is the failure.
 */
public class DriveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AgentThread thread;

    DriveException(AgentThread thread, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.thread = thread;
    }

    /**
     * Returns the exception for a failed execution.
     *
     * @param thread the thread with all events that were recorded before the failure
     * @param failure the failure; returned unchanged if it already is such an exception
     */
    static DriveException of(AgentThread thread, RuntimeException failure) {
        if (failure instanceof DriveException drive) {
            return drive;
        } else if (failure instanceof InterruptedActionException) {
            return new DriveInterruptedException(thread, failure.getCause());
        }
        boolean requestFailed = failure instanceof ModelRequester.PermanentFailure;
        Throwable cause = requestFailed ? Objects.requireNonNullElse(failure.getCause(), failure) : failure;
        String message =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getName());
        return new DriveException(thread, message(thread, requestFailed, message), cause);
    }

    private static String message(AgentThread thread, boolean requestFailed, String cause) {
        boolean awaitsMessage = requestFailed
                && !thread.hasEnded()
                && thread.state().failedRequests() >= ThreadState.MAX_FAILED_REQUESTS;
        return awaitsMessage
                ? RunMessages.requestsFailed(thread.id(), ThreadState.MAX_FAILED_REQUESTS, cause)
                : RunMessages.driveFailed(thread.id(), cause);
    }

    /**
     * Returns the thread with all events that were recorded before the failure.
     *
     * @return the thread; null after deserialization
     */
    public AgentThread thread() {
        return thread;
    }
}
