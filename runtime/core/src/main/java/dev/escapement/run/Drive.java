package dev.escapement.run;

import dev.escapement.OnText;
import dev.escapement.loop.AgentLoop;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Command;
import dev.escapement.loop.Event;
import dev.escapement.loop.Recording;
import dev.escapement.model.Conversation;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.Usage;
import java.util.List;

/**
 * Performs what the loop commands for one thread and stores what came of it, until the thread waits or has ended. Only
 * who has the thread's lease does this, and only the driver tells the listener: so it hears of all events in order.
 */
final class Drive {

    private static final System.Logger LOG = System.getLogger(Drive.class.getName());

    private final Equipment equipment;
    private final Performer performer;
    private final Hearing hearing;
    private AgentThread thread;

    /**
     * A drive that begins.
     *
     * @param thread the thread as it is stored
     * @param hearing what the listener knows of it
     */
    Drive(Equipment equipment, AgentThread thread, Hearing hearing) {
        this.equipment = equipment;
        this.performer = new Performer(equipment.loop(), equipment.interceptor());
        this.thread = thread;
        this.hearing = hearing;
    }

    /** Goes as far as the thread goes. */
    AgentThread run() {
        hearing.tell(thread);
        if (!isAtRest(equipment.loop().next(thread))) {
            Interceptors.driven(equipment.interceptor(), thread, this::untilItRests);
        }
        return thread;
    }

    private static boolean isAtRest(Command command) {
        return command instanceof Command.Await || command instanceof Command.Rest;
    }

    private Interceptor.AtRest untilItRests() {
        Command command = equipment.loop().next(thread);
        while (!isAtRest(command)) {
            perform(command);
            command = equipment.loop().next(thread);
        }
        return new Interceptor.AtRest(thread, command);
    }

    private void perform(Command command) {
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
            performer.logDefects(reject.call());
            record((before, at) -> new Event.CallRejected(at, reject.call().id(), reject.reason()));
        } else if (command instanceof Command.RejectText reject) {
            record((before, at) -> new Event.TextRejected(at, reject.reason()));
        } else if (command instanceof Command.AskPerson ask) {
            record((before, at) -> new Event.PersonAsked(at, ask.question()));
        } else if (command instanceof Command.FinishWithText finish) {
            record((before, at) -> Recording.finished(finish, at));
        } else if (command instanceof Command.Stop stop) {
            record((before, at) -> new Event.Stopped(at, stop.reason()));
        }
    }

    private void askModel(Command.AskModel ask) {
        AgentLoop loop = equipment.loop();
        ToolChoice choice = loop.policy().onText() == OnText.REJECT ? ToolChoice.REQUIRED : ToolChoice.AUTO;
        List<Message> messages = Conversation.understood(loop.messages(thread, ask.last()), loop.tools());
        ModelRequest request = new ModelRequest(loop.prompt(), messages, ask.tools(), choice);
        ModelReply reply = equipment.interceptor().ask(thread, request, equipment.modelFor(thread));
        warnIfFree(reply.usage());
        recordWhatHappened((after, at) -> Recording.replied(after, at, reply));
    }

    /** A budget for money that nothing is ever taken from is as a rule a mistake. */
    private void warnIfFree(Usage usage) {
        boolean isFirst = thread.events().stream().noneMatch(Event.ModelReplied.class::isInstance);
        if (isFirst
                && thread.budget().cost().isPresent()
                && usage.tokens() > 0
                && usage.cost().signum() == 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Thread " + thread.id()
                            + " has a budget for money, but its model has no prices: nothing will be taken"
                            + " from it. Give the model a price table.");
        }
    }

    private void run(List<Command.RunStep> steps) {
        for (Command.RunStep step : steps) {
            if (!step.started() && !record(started(step))) {
                return;
            }
        }
        if (steps.size() == 1) {
            recordWhatHappened(performer.run(steps.get(0), thread));
        } else {
            sideBySide(steps);
        }
    }

    private static Performer.Result started(Command.RunStep step) {
        return (before, at) -> new Event.StepStarted(
                at, step.call().id(), step.effect(), step.context().idempotencyKey());
    }

    private void sideBySide(List<Command.RunStep> steps) {
        AgentThread before = thread;
        List<SharedTask<Performer.Result>> tasks = steps.stream()
                .map(step -> new SharedTask<>(() -> performer.run(step, before)))
                .toList();
        try {
            tasks.forEach(
                    task -> equipment.executor().execute(equipment.interceptor().carry(task)));
            for (SharedTask<Performer.Result> task : tasks) {
                recordWhatHappened(task.finish());
            }
        } finally {
            tasks.forEach(SharedTask::settle); // nothing of this thread is at work once its lease is given back
        }
    }

    /** Records what was done to the world: if the thread was stopped meanwhile, it says so after its end. */
    private void recordWhatHappened(Performer.Result result) {
        while (!record(result)) {
            // Somebody appended an event; the next attempt comes after it.
        }
    }

    /**
     * Stores the event that records a result.
     *
     * @return false if the thread was stopped meanwhile: nothing was stored then, and the thread is the newest
     * @throws ConcurrentRunException if somebody else drives the thread, in spite of the lease
     */
    private boolean record(Performer.Result result) {
        Event event = result.event(thread, equipment.now());
        try {
            equipment.store().append(thread.id(), thread.events().size(), event);
            thread = thread.with(event);
            hearing.tell(thread);
            return true;
        } catch (ConcurrentRunException conflict) {
            thread = equipment.store().load(thread.id()).orElseThrow(() -> conflict);
            hearing.tell(thread);
            if (equipment.loop().next(thread) instanceof Command.Rest) {
                return false;
            }
            throw conflict;
        }
    }
}
