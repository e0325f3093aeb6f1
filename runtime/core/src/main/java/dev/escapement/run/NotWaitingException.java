package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.ThreadStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a thread is not waiting for a given decision, reply or message. Another decision may have come first, the
 * decision may have been delivered twice, or the thread may have ended. The thread is unchanged. {@link #reason()}
 * distinguishes these cases.
 */
public final class NotWaitingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** A reason why a thread does not accept a decision. */
    public enum Reason {

        /** The thread does not contain a call with the given id. */
        UNKNOWN_CALL,

        /** The deadline of the question about the call passed without a decision or reply. */
        EXPIRED,

        /** The call has already been approved, refused, replied to or resolved. */
        DECIDED,

        /** The thread has ended. */
        ENDED,

        /** The thread is waiting for another decision, reply or message. */
        WAITING_FOR_OTHER,

        /**
         * The thread is not waiting, because its next command can be executed. If a new release of the agent withdraws the
         * question or asks it again in another form, the inbox has made the thread due: a worker continues it.
         */
        RUNNABLE,

        /** The thread is being executed, so the call's step may be running. */
        DRIVEN
    }

    private final transient AgentThread thread;
    private final @Nullable String callId;
    private final Reason reason;

    private NotWaitingException(AgentThread thread, @Nullable String callId, Reason reason, String message) {
        super(message);
        this.thread = thread;
        this.callId = callId;
        this.reason = reason;
    }

    /** Returns an exception for an unexpected decision on a call. */
    static NotWaitingException forDecision(AgentThread thread, String callId) {
        return new NotWaitingException(
                thread,
                callId,
                ThreadDescription.reason(thread, callId),
                RunMessages.notWaitingForDecision(thread.id(), callId, ThreadDescription.of(thread, callId)));
    }

    /** Returns an exception for a decision on a call whose question the current release of the agent has withdrawn. */
    static NotWaitingException withdrawn(AgentThread thread, String callId) {
        return new NotWaitingException(
                thread,
                callId,
                Reason.RUNNABLE,
                RunMessages.notWaitingForDecision(thread.id(), callId, RunMessages.RUNNABLE));
    }

    /** Returns whether the exception is that of {@link #withdrawn}. */
    boolean isOfRelease() {
        return reason == Reason.RUNNABLE && thread.status() == ThreadStatus.WAITING;
    }

    /** Returns an exception for a message to a thread that has ended. */
    static NotWaitingException forMessage(AgentThread thread) {
        return ended(thread, RunMessages.notWaitingForMessage(thread.id(), ThreadDescription.of(thread)));
    }

    /** Returns an exception for an attempt to stop a thread that has ended. */
    static NotWaitingException forStop(AgentThread thread) {
        return ended(thread, RunMessages.notStoppable(thread.id(), ThreadDescription.of(thread)));
    }

    /** Returns an exception for an attempt to extend the budget of a thread that has ended. */
    static NotWaitingException forExtension(AgentThread thread) {
        return ended(thread, RunMessages.notExtensible(thread.id(), ThreadDescription.of(thread)));
    }

    private static NotWaitingException ended(AgentThread thread, String message) {
        return new NotWaitingException(thread, null, Reason.ENDED, message);
    }

    /** Returns an exception for a decision on a step that may be running. */
    static NotWaitingException driven(AgentThread thread, String callId) {
        return new NotWaitingException(thread, callId, Reason.DRIVEN, RunMessages.driven(thread.id()));
    }

    /**
     * Returns the thread in its current state.
     *
     * @return the thread, which contains the earlier decision, if any; null after deserialization
     */
    public AgentThread thread() {
        return thread;
    }

    /**
     * Returns the id of the call that the decision concerned, if any.
     *
     * @return the id; empty for a message or an attempt to stop the thread
     */
    public Optional<String> callId() {
        return Optional.ofNullable(callId);
    }

    /**
     * Returns the reason why the thread did not accept the decision. If several reasons apply, returns the first in
     * declaration order.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
