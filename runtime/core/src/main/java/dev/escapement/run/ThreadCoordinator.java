package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.function.Function;

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
            config.store().append(id, 0, started);
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

    /**
     * Records a decision and executes the thread's commands.
     *
     * @param decision the function that returns the event, or throws if the thread does not wait for it
     */
    AgentThread decide(String id, Function<AgentThread, Event> decision) {
        try (ListenerCursor cursor = cursors.open(id)) {
            return drive(append(load(id), cursor, decision), cursor);
        }
    }

    /**
     * Records a decision on a step with an unknown outcome, and executes the thread's commands. While another caller
     * executes the thread, the step may still be running, so the decision is rejected.
     *
     * @param decision the function that returns the event, or throws if the thread does not wait for it
     */
    AgentThread settle(String id, String callId, Function<AgentThread, Event> decision) {
        try (ListenerCursor cursor = cursors.open(id)) {
            AgentThread known = load(id);
            ThreadStore.Lease lease =
                    config.store().lease(id).orElseThrow(() -> NotWaitingException.driven(known, callId));
            AgentThread decided;
            try (lease) {
                decided = append(latest(known), cursor, decision);
            }
            return drive(decided, cursor);
        }
    }

    /** Appends the event of a decision to the current version of a thread, and returns the new version. */
    private AgentThread append(AgentThread known, ListenerCursor cursor, Function<AgentThread, Event> decision) {
        AgentThread thread = known;
        while (true) {
            Event event = decision.apply(thread);
            cursor.from(thread.events().size());
            try {
                return config.store().append(thread, event);
            } catch (ConcurrentRunException faster) {
                thread = latest(thread); // another event was appended first: check again whether the thread waits
            }
        }
    }

    private AgentThread drive(AgentThread known, ListenerCursor cursor) {
        String id = known.id();
        AgentThread thread = known;
        while (true) {
            ThreadStore.Lease lease = config.store().lease(id).orElse(null);
            if (lease == null) {
                return latest(thread); // the lease holder processes the new events
            }
            try (lease) {
                thread = new ThreadExecution(config, latest(thread), cursor).run();
            } catch (RuntimeException | Error failure) {
                notifyOfRest(id, cursor, failure);
                throw failure;
            }
            AgentThread after = latest(thread);
            if (after.events().size() == thread.events().size()) {
                return thread;
            }
            thread = after;
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
                ThreadStore.Lease lease = config.store().lease(id).orElse(null);
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
        if (!thread.agent().equals(config.loop().agent())) {
            throw new WrongAgentException(id, thread.agent(), config.loop().agent());
        }
        return thread;
    }
}
