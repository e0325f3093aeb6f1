package dev.escapement.thread;

import java.time.Instant;
import java.util.Objects;

/**
 * The start of a child thread by a step that returned a {@link dev.escapement.Delegate}. The event precedes the first event
 * of the child, so that any driver can create the child after a crash.
 *
 * @param at the time of the event
 * @param callId the id of the call whose step delegates
 * @param agent the name of the child's agent
 * @param threadId the id of the child
 * @param start the input and the labels of the child
 * @param budget the limits of the child, whose tokens and cost count as used by the parent until {@link DelegateEnded}
 * @param joins whether a step method of the parent decides what follows, so that the end of the child is not the answer
 */
public record DelegateStarted(
        Instant at, String callId, String agent, String threadId, Start start, Budget budget, boolean joins)
        implements Event.OfCall {
    public DelegateStarted {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(threadId, "threadId");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(budget, "budget");
    }
}
