package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.function.Function;

/**
 * Drives threads, one driver a thread: whoever finds that a thread has a driver leaves it to that one. No decision is
 * overlooked, because a driver looks once more after it has given the thread back.
 */
final class ThreadCoordinator {

    private final RunnerConfig config;
    private final ListenerCursors cursors;

    ThreadCoordinator(RunnerConfig config) {
        this.config = config;
        this.cursors = new ListenerCursors(config.listener());
    }

    /** Begins a thread and drives it. */
    AgentThread start(String id, Event.Started started) {
        return cursors.during(id, cursor -> {
            cursor.from(0);
            config.store().append(id, 0, started);
            return drive(id, cursor);
        });
    }

    /** Drives a thread on from where it is. */
    AgentThread resume(String id) {
        load(id);
        return cursors.during(id, cursor -> drive(id, cursor));
    }

    /**
     * Records what somebody decided and drives the thread on.
     *
     * @param decision gives the event, or throws if the thread does not, or no longer, wait for it
     */
    AgentThread decide(String id, Function<AgentThread, Event> decision) {
        return cursors.during(id, cursor -> {
            append(id, cursor, decision);
            return drive(id, cursor);
        });
    }

    /**
     * Records what somebody decided about a step that started and of which nobody knows how it ended, and drives the
     * thread on. While somebody drives the thread, the step may just be running: then nothing can be decided about it.
     *
     * @param decision gives the event, or throws if the thread does not, or no longer, wait for it
     */
    AgentThread settle(String id, Function<AgentThread, Event> decision) {
        return cursors.during(id, cursor -> {
            AgentThread known = load(id);
            ThreadStore.Lease lease = config.store()
                    .lease(id)
                    .orElseThrow(() -> new NotWaitingException(
                            known,
                            "is being worked on right now, so the step may"
                                    + " still be running. Decide once it is at rest."));
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
                // looks again whether the thread still waits
            }
        }
    }

    private AgentThread drive(String id, ListenerCursor cursor) {
        while (true) {
            ThreadStore.Lease lease = config.store().lease(id).orElse(null);
            if (lease == null) {
                return load(id); // its driver will see what is new
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

    /** Whoever stopped the thread while its driver failed has left it to that driver to tell of it. */
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
