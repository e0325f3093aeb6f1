package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A coordinator that ensures that at most one caller executes a thread at a time. The executing caller holds the
 * thread's lease; other callers leave the execution to it. After releasing the lease, a caller checks for new events,
 * so that all decisions are processed.
 */
final class ThreadCoordinator {

    static final Duration LEASE_TIME = Duration.ofSeconds(30);

    private final RunnerConfig config;
    private final ListenerCursors cursors;

    ThreadCoordinator(RunnerConfig config) {
        this.config = config;
        this.cursors = new ListenerCursors(config.listener());
    }

    /** Starts a thread and executes its commands. */
    AgentThread start(String id, Event.Started started) {
        try (ListenerCursor cursor = cursors.open(id)) {
            cursor.from(0);
            try {
                config.store().append(Append.of(id, 0, started));
            } catch (ConcurrentRunException exists) {
                throw new ThreadExistsException(load(id));
            }
            return drive(new AgentThread(id, List.of(started)), cursor);
        }
    }

    /** Executes the commands of a thread, starting from its current state. */
    AgentThread resume(String id) {
        AgentThread stored = load(id);
        try (ListenerCursor cursor = cursors.open(id)) {
            return drive(stored, cursor);
        }
    }

    /** Executes the commands of a thread under a given lease, and closes the lease. */
    AgentThread resume(ThreadStore.Lease lease) {
        try (lease;
                ListenerCursor cursor = cursors.open(lease.threadId())) {
            return drive(load(lease.threadId()), lease, cursor);
        }
    }

    /**
     * Records a decision and executes the thread's commands.
     *
     * @param decision calls {@link #expectDecision}, records the decision, and returns the thread
     */
    AgentThread decide(String id, Supplier<AgentThread> decision) {
        try (ListenerCursor cursor = cursors.open(id)) {
            AgentThread decided = decision.get();
            return isOfAgent(decided) ? drive(decided, cursor) : decided;
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

    /** Executes a thread whose last event may be a decision. All exceptions contain the thread. */
    private AgentThread drive(AgentThread known, ListenerCursor cursor) {
        AgentThread thread = known;
        try {
            while (true) {
                ThreadStore.Lease lease =
                        config.store().lease(known.id(), LEASE_TIME).orElse(null);
                if (lease == null) {
                    return latest(thread); // the lease holder processes the new events
                }
                AgentThread driven = execute(thread, lease, cursor);
                thread = latest(driven);
                if (thread.events().size() == driven.events().size()) {
                    return driven;
                }
            }
        } catch (RuntimeException failure) {
            throw failure instanceof DriveException drive ? drive : DriveException.of(newest(thread), failure);
        }
    }

    /** Returns the newest version of a thread after a failure, or the known one if the store also fails. */
    private AgentThread newest(AgentThread known) {
        try {
            return latest(known);
        } catch (RuntimeException e) {
            return known;
        }
    }

    private AgentThread execute(AgentThread thread, ThreadStore.Lease lease, ListenerCursor cursor) {
        try (lease) {
            return drive(latest(thread), lease, cursor);
        } catch (RuntimeException | Error failure) {
            notifyOfRest(thread.id(), cursor, failure);
            throw failure;
        }
    }

    /** Executes a thread under its lease. All exceptions contain the newest version of the thread. */
    private AgentThread drive(AgentThread thread, ThreadStore.Lease lease, ListenerCursor cursor) {
        ThreadExecution execution = new ThreadExecution(config, thread, lease, cursor);
        try {
            return execution.run();
        } catch (RuntimeException e) {
            throw DriveException.of(execution.newest(), e);
        }
    }

    private AgentThread latest(AgentThread known) {
        return config.store().latest(known);
    }

    /**
     * Notifies the listener of events, such as a cancellation, that other callers appended during a failed execution.
     */
    private void notifyOfRest(String id, ListenerCursor cursor, Throwable failure) {
        try {
            AgentThread thread = load(id);
            while (!cursor.isComplete(thread)) {
                ThreadStore.Lease lease = config.store().lease(id, LEASE_TIME).orElse(null);
                if (lease == null) {
                    return;
                }
                try (lease) {
                    cursor.advanceTo(load(id));
                }
                thread = load(id);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private AgentThread load(String id) {
        AgentThread thread = config.store().load(id).orElseThrow(() -> new UnknownThreadException(id));
        if (!isOfAgent(thread)) {
            throw new WrongAgentException(thread, config.loop().agent());
        }
        return thread;
    }

    private boolean isOfAgent(AgentThread thread) {
        return thread.agent().equals(config.loop().agent());
    }
}
