package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the execution of a thread's commands fails, for example because the model is unavailable. Everything that
 * was recorded before remains stored, including the decision with which the execution began: do not repeat the decision,
 * but {@linkplain Runner#resume resume} the thread. The {@linkplain #getCause cause} is the failure: for example {@link
 * LeaseLostException} if another process continues the thread, {@link java.util.concurrent.TimeoutException} if a step
 * exceeded the {@linkplain Runner.Builder#stepTimeout timeout}, or {@link dev.escapement.json.StaleCodeError} if generated
 * code must be compiled again.
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
     * @param store the store, from which the newest version of the thread is read
     * @param known the last known version, which is used if the store also fails
     * @param failure a {@link RuntimeException} or {@link dev.escapement.json.StaleCodeError}; returned unchanged if it
     *     already is such an exception. The caller receives other errors as they are
     */
    static DriveException of(ThreadStore store, AgentThread known, Throwable failure) {
        return failure instanceof DriveException drive ? drive : of(newest(store, known), failure);
    }

    /** Returns the exception for a failed execution of a thread, which contains all recorded events. */
    static DriveException of(AgentThread thread, Throwable failure) {
        if (failure instanceof DriveException drive) {
            return drive;
        } else if (failure instanceof InterruptedActionException) {
            return new DriveInterruptedException(thread, failure.getCause());
        }
        boolean requestFailed = failure instanceof ModelRequester.PermanentFailure;
        boolean isInternal = requestFailed || failure instanceof StepTimeoutException;
        Throwable cause = isInternal ? Objects.requireNonNullElse(failure.getCause(), failure) : failure;
        String message =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getName());
        return new DriveException(thread, message(thread, requestFailed, message), cause);
    }

    /** Returns this exception of another thread as one of a thread of the same tree, on which the caller acted. */
    DriveException in(AgentThread acted) {
        DriveException failure = this instanceof DriveInterruptedException
                ? new DriveInterruptedException(acted, getCause())
                : new DriveException(acted, Objects.requireNonNullElse(getMessage(), ""), getCause());
        failure.addSuppressed(this);
        return failure;
    }

    private static AgentThread newest(ThreadStore store, AgentThread known) {
        try {
            return store.latest(known);
        } catch (RuntimeException e) {
            return known;
        }
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
     * Returns the thread that the caller started, resumed or decided about, with all events that were recorded before the
     * failure. The failure may concern another thread of its tree; the exception of that thread is then {@linkplain
     * #getSuppressed suppressed}.
     *
     * @return the thread; null after deserialization
     */
    public AgentThread thread() {
        return thread;
    }
}
