package dev.escapement.run;

import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Command;
import dev.escapement.loop.Event;
import dev.escapement.loop.Recording;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Performs what the loop commands for one thread and stores what came of it, until the thread waits or has ended. Only
 * who has the thread's lease does this, and only the driver tells the listener: so it hears of all events in order.
 */
final class Drive {

    private static final System.Logger LOG = System.getLogger(Drive.class.getName());

    private final Equipment equipment;
    private final Performer performer;
    private AgentThread thread;
    private int told;

    /**
     * A drive that begins.
     *
     * @param thread the thread as it is stored
     * @param told how many of its events the listener knows
     */
    Drive(Equipment equipment, AgentThread thread, int told) {
        this.equipment = equipment;
        this.performer = new Performer(equipment.loop());
        this.thread = thread;
        this.told = told;
    }

    /** Goes as far as the thread goes. */
    AgentThread run() {
        tell();
        while (true) {
            Command command = equipment.loop().next(thread);
            if (command instanceof Command.Await || command instanceof Command.Rest) {
                return thread;
            }
            perform(command);
        }
    }

    private void perform(Command command) {
        Instant now = equipment.now();
        if (command instanceof Command.AskModel ask) {
            askModel(ask);
        } else if (command instanceof Command.RunStep step) {
            run(List.of(step));
        } else if (command instanceof Command.RunSteps steps) {
            run(steps.steps());
        } else if (command instanceof Command.CheckGate check) {
            record(performer.review(check, thread));
        } else if (command instanceof Command.FetchContext fetch) {
            record(performer.fetch(fetch, thread));
        } else if (command instanceof Command.RejectCall reject) {
            record(new Event.CallRejected(now, reject.call().id(), reject.reason()));
        } else if (command instanceof Command.RejectText reject) {
            record(new Event.TextRejected(now, reject.reason()));
        } else if (command instanceof Command.AskPerson ask) {
            record(new Event.PersonAsked(now, ask.question()));
        } else if (command instanceof Command.FinishWithText finish) {
            record(Recording.finished(finish, now));
        } else if (command instanceof Command.Stop stop) {
            record(new Event.Stopped(now, stop.reason()));
        }
    }

    private void askModel(Command.AskModel ask) {
        ModelReply reply = equipment
                .model()
                .reply(new ModelRequest(
                        equipment.loop().prompt(), equipment.loop().messages(thread, ask.last()), ask.tools()));
        recordWhatHappened((after, at) -> Recording.replied(after, at, reply));
    }

    private void run(List<Command.RunStep> steps) {
        for (Command.RunStep step : steps) {
            if (!step.started() && !record(started(step))) {
                return;
            }
        }
        if (steps.size() == 1) {
            recordWhatHappened(performer.run(steps.get(0)));
        } else {
            sideBySide(steps);
        }
    }

    private Event started(Command.RunStep step) {
        return new Event.StepStarted(
                equipment.now(), step.call().id(), step.effect(), step.context().idempotencyKey());
    }

    private void sideBySide(List<Command.RunStep> steps) {
        List<CompletableFuture<Performer.Result>> running = steps.stream()
                .map(step -> CompletableFuture.supplyAsync(() -> performer.run(step), equipment.executor()))
                .toList();
        for (CompletableFuture<Performer.Result> result : running) {
            recordWhatHappened(joined(result));
        }
    }

    private static Performer.Result joined(CompletableFuture<Performer.Result> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            } else if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw e;
        }
    }

    /** Records what was done to the world: if the thread was stopped meanwhile, it says so after its end. */
    private void recordWhatHappened(Performer.Result result) {
        while (!record(result)) {
            // Somebody appended an event; the next attempt comes after it.
        }
    }

    private boolean record(Performer.Result result) {
        return record(result.event(thread, equipment.now()));
    }

    /**
     * Stores an event.
     *
     * @return false if the thread was stopped meanwhile: nothing was stored then, and the thread is the newest
     * @throws ConcurrentRunException if somebody else drives the thread, in spite of the lease
     */
    private boolean record(Event event) {
        try {
            equipment.store().append(thread.id(), thread.events().size(), event);
            thread = thread.with(event);
            tell();
            return true;
        } catch (ConcurrentRunException conflict) {
            thread = equipment.store().load(thread.id()).orElseThrow(() -> conflict);
            tell();
            if (equipment.loop().next(thread) instanceof Command.Rest) {
                return false;
            }
            throw conflict;
        }
    }

    /** The thread as it was when it had so many events. */
    private AgentThread withEvents(int size) {
        return size == thread.events().size()
                ? thread
                : new AgentThread(thread.id(), thread.events().subList(0, size));
    }

    private void tell() {
        for (; told < thread.events().size(); told++) {
            try {
                equipment.listener().recorded(withEvents(told + 1), thread.events().get(told));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "The listener failed on an event of thread " + thread.id(), e);
            }
        }
    }
}
