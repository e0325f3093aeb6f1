package dev.escapement.run;

import dev.escapement.engine.EventFactory;
import dev.escapement.json.StaleCodeError;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A coordinator that ensures that at most one caller executes a thread at a time. The executing caller holds the
 * thread's lease; other callers leave the execution to it. After releasing the lease, a caller checks for new events,
 * so that all decisions are processed.
 */
final class ThreadCoordinator {

    private static final int LEASE_PAUSES = 3;

    private static final long LEASE_PAUSE_MILLIS = 20;

    private static final long MAX_LEASE_PAUSE_MILLIS = 1_000;

    private static final BooleanSupplier NEVER = new RunnerDefaults();

    private final RunnerAgents agents;

    /** The settings of the first agent, of which those that all agents share are used. */
    private final RunnerConfig config;

    private final RetryingStore store;

    private final ListenerCursors cursors;

    ThreadCoordinator(RunnerAgents agents) {
        this.agents = agents;
        this.config = agents.first();
        this.store = new RetryingStore(config.store());
        this.cursors = new ListenerCursors(config.listener());
    }

    /** Starts a thread and executes its commands. */
    AgentThread start(String id, Event.Started started) {
        return start(id, List.of(started), 0);
    }

    /** Starts a copy of the first events of a thread and executes its commands. */
    AgentThread fork(String id, int position, String newId) {
        return start(newId, EventFactory.forked(load(id), position, newId), position);
    }

    /** Stores a copy of the first events of a thread, which a worker executes. */
    AgentThread enqueueFork(String id, int position, String newId) {
        return enqueue(newId, EventFactory.forked(load(id), position, newId));
    }

    /** Stores the first events of a thread, which a worker executes. */
    AgentThread enqueue(String id, List<Event> events) {
        try {
            store.append(new Append(id, 0, events, Optional.empty(), Standing.RUNNABLE));
        } catch (ConcurrentRunException exists) {
            throw new ThreadExistsException(load(id));
        }
        return new AgentThread(id, events);
    }

    /**
     * Stores the first events of a thread and executes its commands. If another holder acquires the lease first, as a
     * worker can, waits until that holder releases the lease or the thread has ended, and then executes the rest, if any.
     *
     * @param heard the number of events that the listener does not receive
     */
    private AgentThread start(String id, List<Event> events, int heard) {
        try (ListenerCursor cursor = cursors.open(id)) {
            cursor.from(heard);
            AgentThread started = enqueue(id, events);
            return drive(started, cursor, heard > 0, true); // a copy may wait
        }
    }

    /** Executes the commands of a thread, starting from its current state. The thread is then not parked. */
    AgentThread resume(String id) {
        return resume(load(id));
    }

    /** Executes the commands of a stored thread, of which a version is known. The thread is then not parked. */
    AgentThread resume(AgentThread stored) {
        if (config.store().isEngine()) {
            return woken(stored);
        }
        try (ListenerCursor cursor = cursors.open(stored.id())) {
            return drive(stored, cursor, mayBeParked(stored.id()), false);
        }
    }

    /** Makes an engine execute a thread, also if it is parked. Open questions and a final end remain in the index. */
    private AgentThread woken(AgentThread stored) {
        Append wake = Append.of(stored.id(), stored.events().size());
        try {
            return StoreRetry.whileBusy(() -> {
                config.store().append(wake.with(ThreadStanding.woken(config.store(), stored)));
                return stored;
            });
        } catch (ConcurrentRunException faster) {
            return latest(stored); // the append that was faster has the same effect
        }
    }

    /** Executes the commands of a child thread like {@link #resume}. The listener is notified of its start. */
    AgentThread resumeChild(String id) {
        AgentThread stored = load(id);
        try (ListenerCursor cursor = cursors.open(id)) {
            if (stored.events().size() == 1) {
                cursor.from(0);
            }
            return drive(stored, cursor, mayBeParked(id), false);
        }
    }

    /** Returns the cursor of the listener in a thread, which the caller must close. */
    ListenerCursor cursor(String id) {
        return cursors.open(id);
    }

    /** Returns whether a thread may be parked, so that its standing must be stored even if it waits. */
    private boolean mayBeParked(String id) {
        return config.store() instanceof ThreadIndex index
                ? StoreRetry.whileBusy(() -> index.entry(id))
                        .filter(ThreadIndex.ThreadEntry::parked)
                        .isPresent()
                : config.store() instanceof ThreadQueue;
    }

    /**
     * Executes the commands of a thread under a given lease, and closes the lease unless the execution fails.
     *
     * @param isFirst whether no execution has failed since the last event, so that the listener is notified of the start
     *     of a thread that has no other event
     * @param stop returns whether to end the execution before the next command
     */
    AgentThread drive(ThreadStore.Lease lease, boolean isFirst, BooleanSupplier stop) {
        try (ListenerCursor cursor = cursors.open(lease.threadId())) {
            AgentThread stored = load(lease.threadId());
            if (isFirst && stored.events().size() == 1) {
                cursor.from(0);
            }
            AgentThread driven = drive(stored, lease, cursor, true, stop);
            release(lease);
            return driven;
        }
    }

    /**
     * Records a decision and executes the thread's commands.
     *
     * @param decision calls {@link #expectDecision}, records the decision, and returns the thread
     */
    AgentThread decide(String id, Supplier<AgentThread> decision) {
        try (ListenerCursor cursor = cursors.open(id)) {
            AgentThread decided = decided(decision, cursor);
            return agents.include(decided) ? drive(decided, cursor, false, false) : decided;
        }
    }

    /** Makes a decision. If its question has expired, continues the thread without it. */
    private AgentThread decided(Supplier<AgentThread> decision, ListenerCursor cursor) {
        try {
            return decision.get();
        } catch (NotWaitingException late) {
            continueExpired(late.thread(), cursor, late);
            throw late;
        } catch (InvalidInputException invalid) {
            invalid.thread().ifPresent(thread -> continueExpired(thread, cursor, invalid));
            throw invalid;
        }
    }

    private void continueExpired(AgentThread thread, ListenerCursor cursor, RuntimeException refusal) {
        if (!(thread.last() instanceof Event.Expired) || !agents.include(thread)) {
            return;
        }
        try {
            drive(thread, cursor, false, false);
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
        }
    }

    /**
     * Ensures that the listener is notified of a decision that is about to be appended, even if another decision
     * follows it before the caller executes the thread.
     */
    void expectDecision(AgentThread thread) {
        try (ListenerCursor cursor = cursors.open(thread.id())) { // the cursor that decide() has opened
            cursor.from(thread.events().size());
        }
    }

    /**
     * Executes a thread whose last event may be a decision. All exceptions contain the thread.
     *
     * @param settles whether to store the standing of the thread in any case
     * @param isStart whether the caller started the thread, and waits until it is at rest for the first time
     */
    private AgentThread drive(AgentThread known, ListenerCursor cursor, boolean settles, boolean isStart) {
        AgentThread thread = known;
        boolean isUnsettled = settles;
        boolean waits = isStart;
        if (config.store().isEngine()) {
            return known;
        }
        try {
            while (true) {
                ThreadStore.Lease lease = (waits ? leaseBeforeRest(known) : leaseSoon(known.id())).orElse(null);
                if (lease == null) {
                    return latest(thread); // the lease holder processes the new events
                }
                AgentThread driven = execute(thread, lease, cursor, isUnsettled, waits);
                isUnsettled = false;
                waits = false; // the thread was at rest; who executes a later decision is the same as for resume
                thread = latest(driven);
                if (thread.events().size() == driven.events().size()) {
                    return driven;
                }
            }
        } catch (RuntimeException failure) {
            throw DriveException.of(config.store(), thread, failure);
        }
    }

    /**
     * Executes a thread under its lease, and then releases the lease.
     *
     * @param skipsOthers whether the listener does not receive the events that another runner recorded before the lease
     */
    private AgentThread execute(
            AgentThread thread,
            ThreadStore.Lease lease,
            ListenerCursor cursor,
            boolean isUnsettled,
            boolean skipsOthers) {
        try {
            try {
                AgentThread newest = latest(thread);
                if (skipsOthers) {
                    cursor.skipOthers(thread, newest);
                }
                return drive(newest, lease, cursor, isUnsettled, NEVER);
            } finally {
                release(lease);
            }
        } catch (RuntimeException | Error failure) {
            notifyOfRest(thread, cursor, failure);
            throw failure;
        }
    }

    /** Executes a thread under its lease, which is renewed. All exceptions contain the newest version of the thread. */
    private AgentThread drive(
            AgentThread thread,
            ThreadStore.Lease lease,
            ListenerCursor cursor,
            boolean isUnsettled,
            BooleanSupplier stop) {
        cursor.advanceTo(thread);
        RunnerConfig own = agents.of(thread);
        ThreadRecorder recorder = new ThreadRecorder(own, thread, lease, cursor, isUnsettled);
        ThreadChildren children = new ThreadChildren(agents, own);
        LeaseKeeper.Registration renewal = config.leases().keep(lease);
        try (renewal) {
            return new ThreadExecution(own, lease, recorder, children, stop).run();
        } catch (RuntimeException | StaleCodeError e) { // also of the first command, before the interceptors
            throw DriveException.of(config.store(), recorder.thread(), e);
        }
    }

    private Optional<ThreadStore.Lease> lease(String id) {
        return store.lease(id, config.leases().leaseTime());
    }

    /**
     * Acquires a lease, also if an inbox holds it for the moment in which it records the decision about a step. An inbox
     * does not execute the thread.
     */
    private Optional<ThreadStore.Lease> leaseSoon(String id) {
        Optional<ThreadStore.Lease> lease = lease(id);
        for (int i = 0; i < LEASE_PAUSES && lease.isEmpty() && paused(LEASE_PAUSE_MILLIS); i++) {
            lease = lease(id);
        }
        return lease;
    }

    /**
     * Acquires the lease of a started thread, also if another holder has executed the thread and released the lease. The
     * status is not sufficient: a thread with a running destructive step has the status {@code WAITING}, too. Returns empty
     * if the thread has ended.
     */
    private Optional<ThreadStore.Lease> leaseBeforeRest(AgentThread started) {
        Optional<ThreadStore.Lease> lease = lease(started.id());
        AgentThread thread = started;
        for (long pause = LEASE_PAUSE_MILLIS; lease.isEmpty(); pause = Math.min(2 * pause, MAX_LEASE_PAUSE_MILLIS)) {
            if (!paused(pause)) {
                throw new InterruptedActionException(null);
            }
            thread = latest(thread);
            if (thread.hasEnded()) {
                return Optional.empty();
            }
            lease = lease(started.id());
        }
        return lease;
    }

    /** Returns false if the Java thread is interrupted. */
    private static boolean paused(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Releases a lease. A failure does not affect the execution, which has ended. */
    private static void release(ThreadStore.Lease lease) {
        try {
            lease.close();
        } catch (RuntimeException e) {
            RunLog.log(
                    ThreadCoordinator.class,
                    System.Logger.Level.WARNING,
                    DriveMessages.releaseFailed(lease.threadId()),
                    e);
        }
    }

    /** Returns the newest version of a thread. */
    AgentThread latest(AgentThread known) {
        return store.latest(known);
    }

    /**
     * Notifies the listener of events, such as a cancellation, that other callers appended during a failed execution.
     */
    private void notifyOfRest(AgentThread known, ListenerCursor cursor, Throwable failure) {
        try {
            AgentThread thread = latest(known);
            while (!cursor.isComplete(thread)) {
                ThreadStore.Lease lease = lease(known.id()).orElse(null);
                if (lease == null) {
                    return;
                }
                try {
                    cursor.advanceTo(latest(thread));
                } finally {
                    release(lease);
                }
                thread = latest(thread);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Returns a stored thread of an agent of the runner. */
    AgentThread load(String id) {
        AgentThread thread = store.load(id).orElseThrow(() -> new UnknownThreadException(id));
        if (!agents.include(thread)) {
            throw agents.wrongAgent(thread);
        }
        return thread;
    }
}
