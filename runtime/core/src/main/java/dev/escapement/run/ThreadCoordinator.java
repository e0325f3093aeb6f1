package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.function.Function;

/**
 * The coordination of drivers. A thread has at most one driver, which holds its lease; other callers leave the thread
 * to it. A driver checks for new events after it releases the lease, so that all decisions are processed.
 */
final class ThreadCoordinator {

    private final RunnerConfig config;
    private final ListenerCursors cursors;

    ThreadCoordinator(RunnerConfig config) {
        this.config = config;
        this.cursors = new ListenerCursors(config.listener());
    }

    /** Starts a thread and drives it. */
    AgentThread start(String id, Event.Started started) {
        return cursors.during(id, cursor -> {
            cursor.from(0);
            config.store().append(id, 0, started);
            return drive(id, cursor);
        });
    }

    /** Drives a thread from its current state. */
    AgentThread resume(String id) {
        load(id);
        return cursors.during(id, cursor -> drive(id, cursor));
    }

    /**
     * Records a decision and drives the thread.
     *
     * @param decision the function that returns the event, or throws if the thread does not wait for it
     */
    AgentThread decide(String id, Function<AgentThread, Event> decision) {
        return cursors.during(id, cursor -> {
            append(id, cursor, decision);
            return drive(id, cursor);
        });
    }

    /**
     * Records a decision about a step with an unknown outcome, and drives the thread. While the thread has a driver,
     * the step may still be running, so the decision is rejected.
     *
     * @param decision the function that returns the event, or throws if the thread does not wait for it
     */
    AgentThread settle(String id, String callId, Function<AgentThread, Event> decision) {
        return cursors.during(id, cursor -> {
            AgentThread known = load(id);
            ThreadStore.Lease lease =
                    config.store().lease(id).orElseThrow(() -> NotWaitingException.driven(known, callId));
            try (lease) {
                append(id, cursor, decision);
            }
            return drive(id, cursor);
        });
    }

    private void append(String id, ListenerCursor cursor, Function<AgentThread, Event> decision) {
        while (true) {
            AgentThread thread = load(id);
            int size = thread.events().size();
            Event event = decision.apply(thread);
            cursor.from(size);
            try {
                config.store().append(id, size, event);
                return;
            } catch (ConcurrentRunException faster) {
                // another event was appended first: check again whether the thread waits
            }
        }
    }

    private AgentThread drive(String id, ListenerCursor cursor) {
        while (true) {
            ThreadStore.Lease lease = config.store().lease(id).orElse(null);
            if (lease == null) {
                return load(id); // the driver processes the new events
            }
            AgentThread thread;
            try (lease) {
                thread = new ThreadExecution(config, load(id), cursor).run();
            } catch (RuntimeException | Error failure) {
                notifyOfRest(id, cursor, failure);
                throw failure;
            }
            if (load(id).events().size() == thread.events().size()) {
                return thread;
            }
        }
    }

    /** Notifies the listener of events, such as a cancellation, that other callers left to the failed driver. */
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
