package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.StepVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The version of a thread that its execution has recorded, and its next command. Appends events under the lease of the
 * thread, each with the standing of the thread after it. Notifies the listener of each event.
 *
 * <p>People's events may be appended by others at any time. Outcomes of the model and of steps then follow them; other
 * events are discarded, and the next command is determined again.
 */
final class ThreadRecorder {

    private final RunnerConfig config;
    private final RetryingStore store;
    private final ThreadStore.Lease lease;
    private final ListenerCursor cursor;
    private AgentThread thread;

    /** The next command of the thread, or null if it is not yet determined. */
    private @Nullable Command next;

    /** Whether the thread has the versions of the agent, which only the lease holder changes. */
    private boolean hasVersions;

    /** Whether the store has the standing of a thread at rest. */
    private boolean isSettled;

    /**
     * Creates a recorder.
     *
     * @param thread the thread as it is stored
     * @param isUnsettled whether the standing must be stored in any case: the queue of the store returned the thread, or
     *     the thread may be parked
     */
    ThreadRecorder(
            RunnerConfig config,
            AgentThread thread,
            ThreadStore.Lease lease,
            ListenerCursor cursor,
            boolean isUnsettled) {
        this.config = config;
        this.store = new RetryingStore(config.store());
        this.thread = thread;
        this.lease = lease;
        this.cursor = cursor;
        this.isSettled = !isUnsettled && !isStoredRunnable(thread);
    }

    /** Returns whether a thread may be stored as runnable, although it waits or has ended. */
    private static boolean isStoredRunnable(AgentThread thread) {
        if (thread.hasEnded()) {
            return ParentCall.of(thread).isPresent()
                    || !thread.state().delegates().isEmpty();
        }
        Event last = thread.last();
        return last instanceof Event.StepStarted
                || last instanceof DelegateStarted
                || PeoplesEvents.include(last)
                || ThreadTree.hasLeftChildren(thread);
    }

    /** Returns the thread with all events that have been recorded so far. */
    AgentThread thread() {
        return thread;
    }

    /** Returns the next command of the thread. */
    Command next() {
        Command command = next;
        if (command == null) {
            command = config.loop().next(thread);
            next = command;
        }
        return command;
    }

    /**
     * Records the expiry of all questions whose deadline has passed. The time is that of the runner's clock, or the time
     * of the store at which the lease was acquired if it is later.
     */
    void expireQuestions() {
        while (ExpiredQuestion.isPossible(thread)) {
            Optional<Event.Expired> expired = Reducer.expired(thread, now());
            if (expired.isEmpty()) {
                return;
            }
            isStored(expired.get());
        }
    }

    private Instant now() {
        Instant now = config.now();
        Instant acquired = lease.acquiredAt();
        return acquired.isAfter(now) ? acquired : now;
    }

    /**
     * Records that another version of the agent executes the thread from now on, if the thread has other versions.
     *
     * @return false if a person's event was stored in the meantime, so that the thread may have another command
     */
    boolean recordVersions(Map<String, StepVersion> versions) {
        hasVersions = hasVersions || thread.state().versions().equals(versions);
        return hasVersions || isStored(new AgentUpdated(config.now(), versions));
    }

    /** Records an event unless another event was recorded in the meantime. */
    AgentThread record(Event event) {
        isStored(event);
        return thread;
    }

    /**
     * Records the start of a step that runs next.
     *
     * @return false if a person's event was stored in the meantime
     */
    boolean isStarted(Event.StepStarted started) {
        return isStored(Candidate.of(config.loop(), thread, started), StoreRetry.whileBusy());
    }

    /**
     * Attempts to store an event, and returns whether it was stored.
     *
     * @return false if a person's event was stored in the meantime: {@link #thread} is then the newest version
     * @throws ConcurrentRunException if the thread is being executed elsewhere, despite the lease
     */
    boolean isStored(Event event) {
        return isStored(Candidate.of(config.loop(), thread, event), StoreRetry.whileBusy());
    }

    /** Records an outcome after all events that were recorded in the meantime, also after the end of the thread. */
    AgentThread recordOutcome(AgentInvoker.Result result) {
        boolean stored = false;
        while (!stored) {
            Event event = result.event(thread, config.now());
            stored = isStored(Candidate.of(config.loop(), thread, event), StoreRetry.within(lease.time()));
        }
        return thread;
    }

    /** Accepts a version that was stored in a transaction. */
    AgentThread accept(Candidate stored) {
        thread = stored.thread();
        next = stored.next();
        isSettled = next != null && next.isAtRest() && stored.standing().phase() != Standing.Phase.RUNNABLE;
        cursor.advanceTo(thread);
        return thread;
    }

    /**
     * Stores the standing of a thread at rest, if the store may have another one.
     *
     * @return false if a person's event was stored in the meantime, so that the thread may have another command
     */
    boolean settle() {
        if (isSettled) {
            return true;
        }
        Standing standing = ThreadStanding.settled(config.loop(), thread, next());
        Append append = new Append(thread.id(), thread.events().size(), List.of(), Optional.of(lease), standing);
        try {
            store.append(append);
            isSettled = true;
            return true;
        } catch (ConcurrentRunException conflict) {
            refresh(conflict);
            return false;
        }
    }

    /** Reads the events that were appended without the lease. */
    void refresh() {
        int position = thread.events().size();
        refresh(new ConcurrentRunException(thread.id(), position, position));
    }

    private boolean isStored(Candidate candidate, StoreRetry retry) {
        while (true) {
            try {
                config.store().append(candidate.append(lease));
                accept(candidate);
                return true;
            } catch (ConcurrentRunException conflict) {
                return isStoredBefore(candidate, retry, conflict);
            } catch (StoreException failure) {
                retry.pauseAfter(failure);
            }
        }
    }

    /** Reads the events that prevented an append, and returns whether they begin with the event of a failed attempt. */
    private boolean isStoredBefore(Candidate candidate, StoreRetry retry, ConcurrentRunException conflict) {
        int position = thread.events().size();
        if (retry.isRepeated()) {
            List<Event> added = store.load(thread.id(), position);
            if (!added.isEmpty() && added.get(0).equals(candidate.thread().last())) {
                accept(candidate);
                if (added.size() > 1) {
                    refresh(conflict);
                }
                return true;
            }
        }
        refresh(conflict);
        return false;
    }

    /** Reads the events that were added by people. */
    private void refresh(ConcurrentRunException conflict) {
        AgentThread newest = store.latest(thread);
        List<Event> events = newest.events();
        if (events.size() < thread.events().size()) { // deleted, and created again under the same id
            throw conflict;
        }
        PeoplesEvents.require(events.subList(thread.events().size(), events.size()), conflict);
        thread = newest;
        next = null;
        isSettled = false;
        cursor.advanceTo(thread);
    }
}
