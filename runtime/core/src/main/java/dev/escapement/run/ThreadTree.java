package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.ChildEvents;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.StepVersion;
import dev.escapement.thread.StopCause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events with which threads of a store create, cancel and report to each other. All operations append without a
 * lease, execute no commands, and have no effect if they are repeated, so that any process completes them after a crash:
 *
 * <ul>
 *   <li>A child is created before its parent waits for it. Until then, the parent is runnable.
 *   <li>A thread that has ended remains runnable until its children have ended and its parent has recorded its end.
 *   <li>A child whose call a person answered is cancelled. Until the parent has recorded its end, the parent is runnable.
 * </ul>
 */
final class ThreadTree {

    private final ThreadStore store;
    private final Clock clock;

    ThreadTree(ThreadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns whether a thread waits for a child. Otherwise, the thread or the call ended without the child. */
    static boolean isAwaited(AgentThread parent, DelegateStarted child) {
        return parent.openCall(child.callId()).isPresent();
    }

    /** Returns the start of a child whose end the parent has not recorded. */
    static Optional<DelegateStarted> open(AgentThread parent, String callId, String childId) {
        return Optional.ofNullable(parent.state().delegates().get(callId))
                .filter(started -> started.threadId().equals(childId));
    }

    /** Returns whether a thread has a child for which it does not wait and whose end it has not recorded. */
    static boolean hasLeftChildren(AgentThread thread) {
        for (DelegateStarted child : thread.state().delegates().values()) {
            if (!isAwaited(thread, child)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Creates a child unless it exists. If its content was erased, appends its end to the parent. A runner that does not
     * execute the child records neither its versions nor the limits of the child's runner, only the budget of the delegate.
     *
     * @param loop the agent of the parent
     * @param agent the settings of the agent of the child; null if the runner does not execute its threads
     * @return whether an event was appended to the parent
     */
    boolean create(AgentLoop loop, AgentThread parent, DelegateStarted child, @Nullable RunnerConfig agent) {
        try {
            append(Append.of(child.threadId(), 0, started(loop, parent, child, agent, clock.instant())));
            return false;
        } catch (ErasedThreadException erased) {
            recordEnd(parent, child.callId(), child.threadId(), null);
            return true;
        }
    }

    /**
     * Returns the first event of a child.
     *
     * @param agent the settings of the agent of the child; null if the runner does not execute its threads
     */
    static Event.Started started(
            AgentLoop loop, AgentThread parent, DelegateStarted child, @Nullable RunnerConfig agent, Instant at) {
        Budget limits = agent == null ? Budget.UNLIMITED : agent.budget();
        Map<String, StepVersion> versions = agent == null ? Map.of() : agent.versions();
        return ChildEvents.started(loop, parent, child, limits, versions, at);
    }

    /**
     * Cancels the children for which a thread does not wait, with their own children, and appends their ends to the thread.
     *
     * @return whether an event was appended to the thread
     */
    boolean endLeftChildren(AgentThread thread) {
        boolean isChanged = false;
        for (DelegateStarted child : thread.state().delegates().values()) {
            if (!isAwaited(thread, child)) {
                AgentThread ended = cancelled(thread, child);
                recordEnd(thread, child.callId(), child.threadId(), ended);
                if (ended != null) {
                    settle(ended);
                }
                isChanged = true;
            }
        }
        return isChanged;
    }

    /** Appends the end of a thread to its parent, which continues. Has no effect for a thread without a waiting parent. */
    void report(AgentThread ended) {
        Optional<ParentCall> call = ParentCall.of(ended);
        if (call.isEmpty()) {
            return;
        }
        try {
            Optional<AgentThread> parent =
                    StoreRetry.whileBusy(() -> store.load(call.get().threadId()));
            parent.ifPresent(thread -> recordEnd(thread, call.get().callId(), ended.id(), ended));
        } catch (ErasedThreadException e) {
            return; // an erased parent does not continue
        }
    }

    /** Completes a decision: ends the children that it left, and reports the end of the thread. */
    void complete(AgentThread decided) {
        AgentThread thread = decided;
        if (hasLeftChildren(thread) && endLeftChildren(thread)) {
            thread = latest(thread);
        }
        if (thread.hasEnded() && ParentCall.of(thread).isPresent()) {
            report(thread);
            settle(thread);
        }
    }

    /**
     * Returns an ended child, which is cancelled if it has not ended; null if its content was erased, or if it is damaged, so
     * that it does not continue, either.
     *
     * @throws CorruptThreadException if the child cannot be decrypted here: another process can continue it
     */
    private @Nullable AgentThread cancelled(AgentThread parent, DelegateStarted started) {
        Event.Stopped stopped = new Event.Stopped(clock.instant(), "", StopCause.CANCELLED, RunMessages.PARENT_LEFT);
        while (true) {
            AgentThread child;
            try {
                child = StoreRetry.whileBusy(() -> store.load(started.threadId()))
                        .orElse(null);
            } catch (ErasedThreadException e) {
                return null;
            } catch (CorruptThreadException e) {
                e.requireDamaged();
                return null;
            }
            if (child == null) { // a driver that is about to create it must not succeed
                append(new Append(
                        started.threadId(),
                        0,
                        ChildEvents.cancelled(parent, started, stopped),
                        Optional.empty(),
                        Standing.RUNNABLE));
            } else if (child.hasEnded()) {
                return endLeftChildren(child) ? latest(child) : child;
            } else {
                append(Append.of(child, stopped, ThreadStanding.decided(store, child.with(stopped))));
            }
        }
    }

    /**
     * Appends the end of a child to its parent, unless the parent has recorded it.
     *
     * @param child the child; null if its content was erased
     */
    private void recordEnd(AgentThread known, String callId, String childId, @Nullable AgentThread child) {
        AgentThread parent = known;
        while (true) {
            Optional<DelegateStarted> started = open(parent, callId, childId);
            if (started.isEmpty()) {
                return;
            }
            DelegateEnded ended = ChildEvents.ended(started.get(), child, clock.instant());
            if (append(Append.of(parent, ended, ThreadStanding.decided(store, parent.with(ended))))) {
                return;
            }
            parent = latest(parent);
        }
    }

    /** Appends the final standing of a thread, unless the thread has more events. */
    private void settle(AgentThread ended) {
        append(new Append(
                ended.id(), ended.events().size(), List.of(), Optional.empty(), ThreadStanding.settled(ended)));
    }

    private AgentThread latest(AgentThread known) {
        return StoreRetry.whileBusy(() -> store.latest(known));
    }

    /** Returns {@code false} if the thread has another number of events, or does not exist any more. */
    private boolean append(Append append) {
        try {
            return StoreRetry.whileBusy(() -> {
                store.append(append);
                return true;
            });
        } catch (ConcurrentRunException | UnknownThreadException e) {
            return false;
        }
    }
}
