package dev.escapement.run;

import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Event;
import java.util.function.Function;

/**
 * Drives threads, one driver a thread: whoever finds that a thread has a driver leaves it to that one. No decision is
 * overlooked, because a driver looks once more after it has given the thread back.
 */
final class Driver {

    private final Equipment equipment;
    private final Hearings hearings;

    Driver(Equipment equipment) {
        this.equipment = equipment;
        this.hearings = new Hearings(equipment.listener());
    }

    /** Begins a thread and drives it. */
    AgentThread start(String id, Event.Started started) {
        return hearings.during(id, hearing -> {
            hearing.from(0);
            equipment.store().append(id, 0, started);
            return drive(id, hearing);
        });
    }

    /** Drives a thread on from where it is. */
    AgentThread resume(String id) {
        load(id);
        return hearings.during(id, hearing -> drive(id, hearing));
    }

    /**
     * Records what somebody decided and drives the thread on.
     *
     * @param decision gives the event, or throws if the thread does not, or no longer, wait for it
     */
    AgentThread decide(String id, Function<AgentThread, Event> decision) {
        return hearings.during(id, hearing -> {
            append(id, hearing, decision);
            return drive(id, hearing);
        });
    }

    /**
     * Records what somebody decided about a step that started and of which nobody knows how it ended, and drives the
     * thread on. While somebody drives the thread, the step may just be running: then nothing can be decided about it.
     *
     * @param decision gives the event, or throws if the thread does not, or no longer, wait for it
     */
    AgentThread settle(String id, Function<AgentThread, Event> decision) {
        return hearings.during(id, hearing -> {
            AgentThread known = load(id);
            ThreadStore.Lease lease = equipment
                    .store()
                    .lease(id)
                    .orElseThrow(() -> new NotWaitingException(
                            known,
                            "is being worked on right now, so the step may"
                                    + " still be running. Decide once it is at rest."));
            try (lease) {
                append(id, hearing, decision);
            }
            return drive(id, hearing);
        });
    }

    private void append(String id, Hearing hearing, Function<AgentThread, Event> decision) {
        while (true) {
            AgentThread thread = load(id);
            int size = thread.events().size();
            Event event = decision.apply(thread);
            hearing.from(size);
            try {
                equipment.store().append(id, size, event);
                return;
            } catch (ConcurrentRunException faster) {
                // looks again whether the thread still waits
            }
        }
    }

    private AgentThread drive(String id, Hearing hearing) {
        while (true) {
            ThreadStore.Lease lease = equipment.store().lease(id).orElse(null);
            if (lease == null) {
                return load(id); // its driver will see what is new
            }
            AgentThread thread;
            try (lease) {
                thread = new Drive(equipment, load(id), hearing).run();
            } catch (RuntimeException | Error failure) {
                tellTheRest(id, hearing, failure);
                throw failure;
            }
            if (load(id).events().size() == thread.events().size()) {
                return thread;
            }
        }
    }

    /** Whoever stopped the thread while its driver failed has left it to that driver to tell of it. */
    private void tellTheRest(String id, Hearing hearing, Throwable failure) {
        try {
            AgentThread thread = load(id);
            while (!hearing.isComplete(thread)) {
                ThreadStore.Lease lease = equipment.store().lease(id).orElse(null);
                if (lease == null) {
                    return;
                }
                try (lease) {
                    hearing.tell(load(id));
                }
                thread = load(id);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private AgentThread load(String id) {
        AgentThread thread = equipment.store().load(id).orElseThrow(() -> new UnknownThreadException(id));
        if (!thread.agent().equals(equipment.loop().agent())) {
            throw new WrongAgentException(id, thread.agent(), equipment.loop().agent());
        }
        return thread;
    }
}
