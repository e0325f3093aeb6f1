package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A coordinator that ensures that at most one caller executes a thread at a time. The executing caller holds the
 * thread's lease; other callers leave the execution to it. After releasing the lease, a caller checks for new events,
 * so that all decisions are processed.
 */
final class ThreadCoordinator {

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

    /** Executes the commands of a thread under a given lease, and closes the lease unless the execution fails. */
    AgentThread drive(ThreadStore.Lease lease) {
        try (ListenerCursor cursor = cursors.open(lease.threadId())) {
            AgentThread driven = drive(load(lease.threadId()), lease, cursor, true);
            lease.close();
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
                ThreadStore.Lease lease = lease(known.id()).orElse(null);
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
            throw DriveException.of(config.store(), thread, failure);
        }
    }

    private AgentThread execute(AgentThread thread, ThreadStore.Lease lease, ListenerCursor cursor) {
        try (lease) {
            return drive(latest(thread), lease, cursor, false);
        } catch (RuntimeException | Error failure) {
            notifyOfRest(thread, cursor, failure);
            throw failure;
        }
    }

    /** Executes a thread under its lease, which is renewed. All exceptions contain the newest version of the thread. */
    private AgentThread drive(AgentThread thread, ThreadStore.Lease lease, ListenerCursor cursor, boolean isClaimed) {
        cursor.advanceTo(thread);
        ThreadRecorder recorder = new ThreadRecorder(config, thread, lease, cursor, isClaimed);
        LeaseKeeper.Registration renewal = config.leases().keep(lease);
        try (renewal) {
            return new ThreadExecution(config, lease, recorder).run();
        } catch (RuntimeException e) {
            throw DriveException.of(config.store(), recorder.thread(), e);
        }
    }

    private Optional<ThreadStore.Lease> lease(String id) {
        return StoreRetry.whileBusy(
                () -> config.store().lease(id, config.leases().leaseTime()));
    }

    private AgentThread latest(AgentThread known) {
        return StoreRetry.whileBusy(() -> config.store().latest(known));
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
                try (lease) {
                    cursor.advanceTo(latest(thread));
                }
                thread = latest(thread);
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
