package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.thread.AgentThread;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a thread does not wait for a decision, reply or message, because another decision came first, it was
 * delivered twice, or the thread has ended. The thread is unchanged. {@link #reason()} distinguishes these cases.
 */
public final class NotWaitingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** A reason why a thread does not accept a decision. */
    public enum Reason {

        /** The thread does not contain a call with the given id. */
        UNKNOWN_CALL,

        /** The call has been approved, refused, replied to or resolved before. */
        DECIDED,

        /** The thread has ended. */
        ENDED,

        /** The thread waits for another decision, reply or message. */
        WAITING_FOR_OTHER,

        /** The thread does not wait: a driver can execute its next command. */
        RUNNABLE,

        /** A driver executes the thread, so that the step of the call may be running. */
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

    /** Returns an exception for a decision about a call. */
    static NotWaitingException forDecision(AgentThread thread, Command next, String callId) {
        return new NotWaitingException(
                thread,
                callId,
                ThreadDescription.reason(thread, next, callId),
                RunMessages.notWaitingForDecision(thread.id(), callId, ThreadDescription.of(thread, next, callId)));
    }

    /** Returns an exception for a message. */
    static NotWaitingException forMessage(AgentThread thread, Command next) {
        return new NotWaitingException(
                thread,
                null,
                ThreadDescription.reason(thread, next),
                RunMessages.notWaitingForMessage(thread.id(), ThreadDescription.of(thread, next)));
    }

    /** Returns an exception for an attempt to stop a thread that has ended. */
    static NotWaitingException forStop(AgentThread thread) {
        return new NotWaitingException(
                thread,
                null,
                Reason.ENDED,
                RunMessages.notStoppable(thread.id(), ThreadDescription.of(thread, new Command.Rest())));
    }

    /** Returns an exception for a decision about a step that may be running. */
    static NotWaitingException driven(AgentThread thread, String callId) {
        return new NotWaitingException(thread, callId, Reason.DRIVEN, RunMessages.driven(thread.id()));
    }

    /**
     * Returns the thread in its current state.
     *
     * @return the thread, which contains the earlier decision if there is one; null after deserialization
     */
    public AgentThread thread() {
        return thread;
    }

    /**
     * Returns the id of the call that the decision was about.
     *
     * @return the id; empty for a message or an attempt to stop the thread
     */
    public Optional<String> callId() {
        return Optional.ofNullable(callId);
    }

    /**
     * Returns the reason why the thread did not accept the decision. If several apply, the first in the order of the
     * constants.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
