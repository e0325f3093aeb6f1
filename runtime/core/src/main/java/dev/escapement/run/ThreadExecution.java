package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.CommandVisitor;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Reducer;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The execution of one thread. Executes the commands of the loop and appends the resulting events, until the thread
 * waits or ends. Only the holder of the thread's lease executes it, and only the execution notifies the listener, so
 * that the listener receives all events in order.
 *
 * <p>People's events may be appended at any time. Outcomes of the model and of steps then follow them; anything else is
 * discarded, and the next command is determined again.
 */
final class ThreadExecution implements CommandVisitor<AgentThread> {

    private final RunnerConfig config;
    private final AgentInvoker invoker;
    private final ListenerCursor cursor;
    private final ThreadStore.Lease lease;
    private AgentThread thread;

    /**
     * Creates an execution of a thread.
     *
     * @param thread the thread as it is stored
     * @param lease the lease of the thread
     * @param cursor the position of the listener in the thread
     */
    ThreadExecution(RunnerConfig config, AgentThread thread, ThreadStore.Lease lease, ListenerCursor cursor) {
        this.config = config;
        this.invoker = new AgentInvoker(config);
        this.thread = thread;
        this.lease = lease;
        this.cursor = cursor;
    }

    /** Executes commands until the thread waits or ends, and returns the thread. */
    AgentThread run() {
        cursor.advanceTo(thread);
        warnOfDecisions();
        if (!config.loop().next(thread).isAtRest()) {
            InterceptorChain.driven(config.interceptor(), thread, new UntilAtRest());
        }
        return thread;
    }

    /** Logs a warning for each step that an earlier execution left in doubt and that does not run again by itself. */
    private void warnOfDecisions() {
        for (Command.AwaitForCall question : Reducer.questions(config.loop(), thread)) {
            if (question instanceof Command.AwaitDecision decision) {
                RunLog.log(
                        ThreadExecution.class,
                        System.Logger.Level.WARNING,
                        RunMessages.decisionPending(
                                thread.id(),
                                decision.call().id(),
                                decision.call().tool(),
                                decision.idempotencyKey()));
            }
        }
    }

    /** Returns the thread with all events that have been recorded so far. */
    AgentThread thread() {
        return thread;
    }

    @Override
    public AgentThread fetchContext(Command.FetchContext fetch) {
        return recordResult(invoker.fetch(fetch, thread));
    }

    @Override
    public AgentThread askModel(Command.AskModel ask) {
        AgentThread requested = thread;
        Instant start = config.now();
        ModelReply reply;
        try {
            reply = new ModelRequester(config).reply(thread, ask);
        } catch (ModelRequester.PermanentFailure failure) {
            if (isStored(
                    new Event.RequestFailed(config.now(), failure.part(), failure.description(), failure.response()))) {
                throw failure;
            }
            return thread; // a person's event may have changed the request
        }
        config.usageWarnings().check(thread, config.model(), reply);
        Duration took = config.since(start);
        return recordOutcome((before, at) -> EventFactory.replied(requested, before, at, took, reply));
    }

    @Override
    public AgentThread rejectText(Command.RejectText reject) {
        return record(new Event.TextRejected(config.now(), reject.reason()));
    }

    @Override
    public AgentThread rejectCall(Command.RejectCall reject) {
        invoker.logDefects(reject.call());
        return record(new Event.CallRejected(config.now(), reject.call().id(), reject.reason(), reject.faulty()));
    }

    @Override
    public AgentThread checkGate(Command.CheckGate check) {
        return recordResult(invoker.review(check, thread));
    }

    @Override
    public AgentThread runStep(Command.RunStep step) {
        return run(List.of(step));
    }

    @Override
    public AgentThread runSteps(Command.RunSteps steps) {
        return run(steps.steps());
    }

    @Override
    public AgentThread failStep(Command.FailStep fail) {
        return record(new Event.StepFailed(
                config.now(), fail.call().id(), fail.message(), false, fail.mayHaveTakenEffect(), Duration.ZERO));
    }

    @Override
    public AgentThread reopenApproval(Command.ReopenApproval ask) {
        return record(EventFactory.reopened(ask, config.now()));
    }

    @Override
    public AgentThread reopenReply(Command.ReopenReply ask) {
        return record(EventFactory.reopened(ask, config.now()));
    }

    @Override
    public AgentThread askPerson(Command.AskPerson ask) {
        return record(new Event.PersonAsked(config.now(), ask.question()));
    }

    @Override
    public AgentThread finishWithText(Command.FinishWithText finish) {
        return record(EventFactory.finished(finish, config.now()));
    }

    @Override
    public AgentThread stop(Command.Stop stop) {
        return record(new Event.Stopped(config.now(), "", stop.cause(), stop.reason()));
    }

    @Override
    public AgentThread awaitApproval(Command.AwaitApproval wait) {
        return thread;
    }

    @Override
    public AgentThread awaitReply(Command.AwaitReply wait) {
        return thread;
    }

    @Override
    public AgentThread awaitDecision(Command.AwaitDecision wait) {
        return thread;
    }

    @Override
    public AgentThread awaitMessage(Command.AwaitMessage wait) {
        return thread;
    }

    @Override
    public AgentThread rest(Command.Rest rest) {
        return thread;
    }

    private AgentThread run(List<Command.RunStep> steps) {
        List<Command.RunStep> started = started(steps);
        if (started.isEmpty() || thread.hasEnded()) {
            return thread;
        } else if (started.size() == 1) {
            return recordOutcome(invoker.run(started.get(0), thread));
        }
        AgentThread before = thread;
        ConcurrentTasks.run(config, started, step -> invoker.run(step, before), this::recordOutcome);
        return thread;
    }

    /**
     * Records the starts of steps and returns the started steps. A person's event prevents the following starts; the
     * steps before it still run, because another start would be a further attempt.
     */
    private List<Command.RunStep> started(List<Command.RunStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (!isStored(EventFactory.started(steps.get(i), config.now()))) {
                return steps.subList(0, i);
            }
            requireUninterrupted();
        }
        return steps;
    }

    private static void requireUninterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedActionException(null);
        }
    }

    /** Records an outcome after all events that were recorded in the meantime, also after the end of the thread. */
    private AgentThread recordOutcome(AgentInvoker.Result result) {
        while (!isStored(result.event(thread, config.now()))) {
            // Another event was appended first; the next attempt follows it.
        }
        return thread;
    }

    private AgentThread recordResult(AgentInvoker.Result result) {
        return record(result.event(thread, config.now()));
    }

    /** Records an event unless another event was recorded in the meantime. */
    private AgentThread record(Event event) {
        isStored(event);
        return thread;
    }

    /**
     * Attempts to store an event, and returns whether it was stored.
     *
     * @return false if a person's event was stored in the meantime: {@link #thread} is then the newest version
     * @throws ConcurrentRunException if the thread is being executed elsewhere, despite the lease
     */
    private boolean isStored(Event event) {
        try {
            config.store().append(Append.of(thread, event, Standing.RUNNABLE).under(lease));
            thread = thread.with(event);
            cursor.advanceTo(thread);
            return true;
        } catch (ConcurrentRunException conflict) {
            AgentThread newest = config.store().latest(thread);
            List<Event> events = newest.events();
            for (Event added : events.subList(thread.events().size(), events.size())) {
                if (!PeoplesEvents.include(added)) {
                    throw conflict;
                }
            }
            thread = newest;
            cursor.advanceTo(thread);
            return false;
        }
    }

    /** Returns the newest version of the thread after a failure, or the last known one if the store also fails. */
    AgentThread newest() {
        try {
            return config.store().latest(thread);
        } catch (RuntimeException e) {
            return thread;
        }
    }

    /** The execution of commands until the thread is at rest, without the interceptor around it. */
    private final class UntilAtRest implements Supplier<Interceptor.DriveResult> {

        @Override
        public Interceptor.DriveResult get() {
            try {
                return execute();
            } catch (RuntimeException e) {
                throw DriveException.of(newest(), e);
            }
        }

        private Interceptor.DriveResult execute() {
            Command command = config.loop().next(thread);
            while (!command.isAtRest()) {
                requireUninterrupted();
                command.accept(ThreadExecution.this);
                command = config.loop().next(thread);
            }
            return new Interceptor.DriveResult(thread, command);
        }
    }
}
