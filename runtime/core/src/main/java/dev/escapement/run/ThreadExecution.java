package dev.escapement.run;

import dev.escapement.OnText;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.CommandVisitor;
import dev.escapement.engine.EventFactory;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.Conversation;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.function.Supplier;

/**
 * The execution of one thread. Executes the commands of the loop and appends the resulting events, until the thread
 * waits or ends. Only the holder of the thread's lease executes it, and only the execution notifies the listener, so
 * that the listener receives all events in order.
 */
final class ThreadExecution implements CommandVisitor<AgentThread> {

    private final RunnerConfig config;
    private final AgentInvoker invoker;
    private final ListenerCursor cursor;
    private AgentThread thread;

    /**
     * Creates an execution of a thread.
     *
     * @param thread the thread as it is stored
     * @param cursor the position of the listener in the thread
     */
    ThreadExecution(RunnerConfig config, AgentThread thread, ListenerCursor cursor) {
        this.config = config;
        this.invoker = new AgentInvoker(config.loop(), config.interceptor());
        this.thread = thread;
        this.cursor = cursor;
    }

    /** Executes commands until the thread waits or ends, and returns the thread. */
    AgentThread run() {
        cursor.advanceTo(thread);
        if (!config.loop().next(thread).isAtRest()) {
            InterceptorChain.driven(config.interceptor(), thread, new UntilAtRest());
        }
        return thread;
    }

    @Override
    public AgentThread fetchContext(Command.FetchContext fetch) {
        return record(invoker.fetch(fetch, thread));
    }

    @Override
    public AgentThread askModel(Command.AskModel ask) {
        AgentLoop loop = config.loop();
        ToolChoice choice = loop.policy().onText() == OnText.REJECT ? ToolChoice.REQUIRED : ToolChoice.AUTO;
        List<Message> messages = Conversation.understood(loop.messages(thread, ask.last()), loop.tools());
        ModelRequest request = new ModelRequest(loop.prompt(), messages, ask.tools(), choice);
        ModelReply reply = config.interceptor().ask(thread, request, config.modelFor(thread));
        warnIfFree(reply.usage());
        while (!isStored(EventFactory.replied(thread, config.now(), reply))) {
            // Another event was appended first; the next attempt follows it.
        }
        return thread;
    }

    @Override
    public AgentThread rejectText(Command.RejectText reject) {
        return record((before, at) -> new Event.TextRejected(at, reject.reason()));
    }

    @Override
    public AgentThread rejectCall(Command.RejectCall reject) {
        invoker.logDefects(reject.call());
        return record((before, at) -> new Event.CallRejected(at, reject.call().id(), reject.reason()));
    }

    @Override
    public AgentThread checkGate(Command.CheckGate check) {
        return record(invoker.review(check, thread));
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
    public AgentThread askPerson(Command.AskPerson ask) {
        return record((before, at) -> new Event.PersonAsked(at, ask.question()));
    }

    @Override
    public AgentThread finishWithText(Command.FinishWithText finish) {
        return record((before, at) -> EventFactory.finished(finish, at));
    }

    @Override
    public AgentThread stop(Command.Stop stop) {
        return record((before, at) -> new Event.Stopped(at, stop.reason()));
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

    /**
     * Logs a warning if the thread has a cost budget but the model does not report costs. The budget is ineffective in
     * this case.
     */
    private void warnIfFree(Usage usage) {
        if (thread.budget().cost().isPresent()
                && thread.usage().modelCalls() == 0
                && usage.tokens() > 0
                && usage.cost().signum() == 0) {
            System.getLogger(ThreadExecution.class.getName())
                    .log(System.Logger.Level.WARNING, RunMessages.unpriced(thread.id()));
        }
    }

    private AgentThread run(List<Command.RunStep> steps) {
        for (Command.RunStep step : steps) {
            if (!step.started() && !isStored(started(step))) {
                return thread;
            }
        }
        return steps.size() == 1 ? recordOutcome(invoker.run(steps.get(0), thread)) : sideBySide(steps);
    }

    private Event started(Command.RunStep step) {
        return new Event.StepStarted(
                config.now(), step.call().id(), step.effect(), step.context().idempotencyKey());
    }

    private AgentThread sideBySide(List<Command.RunStep> steps) {
        AgentThread before = thread;
        List<ClaimableTask<AgentInvoker.Result>> tasks = steps.stream()
                .map(step -> new ClaimableTask<>(() -> invoker.run(step, before)))
                .toList();
        try {
            tasks.forEach(task -> config.executor().execute(config.interceptor().carry(task)));
            for (ClaimableTask<AgentInvoker.Result> task : tasks) {
                recordOutcome(task.finish());
            }
        } finally {
            tasks.forEach(ClaimableTask::settle); // all steps end before the lease of the thread is released
        }
        return thread;
    }

    /** Records the result of a completed action, even if the thread was stopped in the meantime. */
    private AgentThread recordOutcome(AgentInvoker.Result result) {
        while (!isRecorded(result)) {
            // Another event was appended first; the next attempt follows it.
        }
        return thread;
    }

    /** Records a result unless the thread was stopped in the meantime. */
    private AgentThread record(AgentInvoker.Result result) {
        isRecorded(result);
        return thread;
    }

    private boolean isRecorded(AgentInvoker.Result result) {
        return isStored(result.event(thread, config.now()));
    }

    /**
     * Attempts to store an event, and returns whether it was stored.
     *
     * @return false if the thread was stopped in the meantime: the event is not stored, and {@link #thread} is the
     *     newest version
     * @throws ConcurrentRunException if the thread is being executed elsewhere, despite the lease
     */
    private boolean isStored(Event event) {
        try {
            thread = config.store().append(thread, event);
            cursor.advanceTo(thread);
            return true;
        } catch (ConcurrentRunException conflict) {
            thread = config.store().load(thread.id()).orElseThrow(() -> conflict);
            cursor.advanceTo(thread);
            if (thread.hasEnded()) {
                return false;
            }
            throw conflict;
        }
    }

    /** The execution of commands until the thread is at rest, without the interceptor around it. */
    private final class UntilAtRest implements Supplier<Interceptor.DriveResult> {

        @Override
        public Interceptor.DriveResult get() {
            Command command = config.loop().next(thread);
            while (!command.isAtRest()) {
                command.accept(ThreadExecution.this);
                command = config.loop().next(thread);
            }
            return new Interceptor.DriveResult(thread, command);
        }
    }
}
