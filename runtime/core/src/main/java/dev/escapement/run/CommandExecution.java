package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.CommandVisitor;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Reducer;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;

/**
 * The execution of the commands of one thread. Determines the event that records a command; subclasses store the event.
 *
 * @param <R> the result of a command
 */
abstract class CommandExecution<R> implements CommandVisitor<R> {

    private final RunnerConfig config;
    private final AgentInvoker invoker;

    CommandExecution(RunnerConfig config) {
        this.config = config;
        this.invoker = new AgentInvoker(config);
    }

    final RunnerConfig config() {
        return config;
    }

    final AgentInvoker invoker() {
        return invoker;
    }

    /** Returns the thread with all events so far. */
    abstract AgentThread thread();

    /** Records an event, which follows the events of {@link #thread}. */
    abstract R record(Event event);

    /** Starts steps and runs them, concurrently if there are several. */
    abstract R runAll(List<Command.RunStep> steps);

    /** Returns the result of a command that executes nothing. */
    abstract R rest();

    /** Logs a warning for each step that an earlier execution left in doubt and that does not run again by itself. */
    final void warnOfDecisions(AgentThread thread) {
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

    private R record(AgentInvoker.Result result) {
        return record(result.event(thread(), config.now()));
    }

    @Override
    public final R fetchContext(Command.FetchContext fetch) {
        return record(invoker.fetch(fetch, thread()));
    }

    @Override
    public final R rejectText(Command.RejectText reject) {
        return record(new Event.TextRejected(config.now(), reject.reason()));
    }

    @Override
    public final R rejectCall(Command.RejectCall reject) {
        invoker.logDefects(thread(), reject.call());
        return record(new Event.CallRejected(config.now(), reject.call().id(), reject.reason(), reject.faulty()));
    }

    @Override
    public final R checkGate(Command.CheckGate check) {
        return record(invoker.review(check, thread()));
    }

    @Override
    public final R runStep(Command.RunStep step) {
        return runAll(List.of(step));
    }

    @Override
    public final R runSteps(Command.RunSteps steps) {
        return runAll(steps.steps());
    }

    @Override
    public final R failStep(Command.FailStep fail) {
        invoker.logUpcast(thread(), fail.call());
        return record(new Event.StepFailed(
                config.now(), fail.call().id(), fail.message(), false, fail.mayHaveTakenEffect(), Duration.ZERO));
    }

    @Override
    public final R reopenApproval(Command.ReopenApproval ask) {
        return record(EventFactory.reopened(ask, config.now()));
    }

    @Override
    public final R reopenReply(Command.ReopenReply ask) {
        return record(EventFactory.reopened(ask, config.now()));
    }

    @Override
    public final R askPerson(Command.AskPerson ask) {
        return record(new Event.PersonAsked(config.now(), ask.question()));
    }

    @Override
    public final R finishWithText(Command.FinishWithText finish) {
        return record(EventFactory.finished(finish, config.now()));
    }

    @Override
    public final R stop(Command.Stop stop) {
        return record(new Event.Stopped(config.now(), "", stop.cause(), stop.reason()));
    }

    @Override
    public final R joinChild(Command.JoinChild join) {
        return record(invoker.join(join, thread()));
    }

    @Override
    public final R awaitApproval(Command.AwaitApproval wait) {
        return rest();
    }

    @Override
    public final R awaitReply(Command.AwaitReply wait) {
        return rest();
    }

    @Override
    public final R awaitDecision(Command.AwaitDecision wait) {
        return rest();
    }

    @Override
    public final R awaitChild(Command.AwaitChild wait) {
        return rest();
    }

    @Override
    public final R awaitMessage(Command.AwaitMessage wait) {
        return rest();
    }

    @Override
    public final R rest(Command.Rest rest) {
        return rest();
    }
}
