package dev.escapement.thread;

import dev.escapement.Effect;

/** The status of a thread, derived from its events without the agent. */
public enum ThreadStatus {

    /**
     * The thread can continue without a person, or is being executed. Includes a thread whose {@link Effect#WRITE} step
     * has used up its attempts and waits for a decision, because the number of attempts is not an event.
     */
    RUNNABLE,

    /**
     * The thread waits for a person (an approval, a reply, a decision on an unknown outcome, or a message), or for a
     * thread that it started. Includes a thread whose {@link Effect#DESTRUCTIVE} step is running: its start is recorded,
     * its outcome is not.
     */
    WAITING,

    /** The thread ended with a result. */
    FINISHED,

    /** The thread ended without a result. */
    STOPPED;

    /** Returns the status of a thread with a given state. */
    static ThreadStatus of(ThreadState state) {
        if (state.end().isPresent()) {
            return state.end().get() instanceof Event.Finished ? FINISHED : STOPPED;
        }
        return waits(state) ? WAITING : RUNNABLE;
    }

    private static boolean waits(ThreadState state) {
        ReplyProgress reply = state.reply();
        if (state.personAsked() || state.failedRequests() >= ThreadState.MAX_FAILED_REQUESTS) {
            return true;
        } else if (reply == null) {
            return false;
        }
        return reply.calls().isEmpty() ? !state.textAnswered() : waits(reply);
    }

    /** Returns whether a call waits for a person or for a child thread while no step is running. */
    private static boolean waits(ReplyProgress reply) {
        boolean waits = false;
        for (CallProgress call : reply.calls()) {
            boolean isQuestion = !call.answered() && isQuestion(call);
            if (call.inDoubt() && !isQuestion) {
                return false;
            }
            waits |= isQuestion;
        }
        return waits;
    }

    private static boolean isQuestion(CallProgress call) {
        Event.StepStarted started = call.started();
        return call.question() != null
                || (call.delegate() != null && call.delegateEnded() == null)
                || (call.asked() != null && call.approved() == null)
                || (call.inDoubt() && started != null && started.effect() == Effect.DESTRUCTIVE);
    }
}
