package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.EventFactory;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The execution of one command in an attempt of an engine. Its result is the version of the thread to store. */
final class AttemptExecution extends CommandExecution<Candidate> {

    private final AgentThread thread;
    private List<Command.RunStep> started = List.of();

    AttemptExecution(RunnerConfig config, AgentThread thread) {
        super(config);
        this.thread = thread;
    }

    @Override
    AgentThread thread() {
        return thread;
    }

    @Override
    Candidate record(Event event) {
        return Candidate.of(config().loop(), thread, event);
    }

    @Override
    Candidate rest() {
        throw new IllegalStateException("a command at rest is not executed");
    }

    @Override
    public Candidate askModel(Command.AskModel ask) {
        Instant start = config().now();
        ModelReply reply;
        try {
            reply = new ModelRequester(config()).reply(thread, ask);
        } catch (ModelRequester.PermanentFailure failure) {
            RunLog.log(
                    ThreadDriver.class,
                    System.Logger.Level.WARNING,
                    RunMessages.requestRecorded(thread.id(), failure.description()),
                    failure);
            return record(new RequestFailed(config().now(), failure.part(), failure.description(), failure.response()));
        }
        config().usageWarnings().check(thread, config().model(), reply);
        Duration took = config().since(start);
        return record(EventFactory.replied(thread, thread, config().now(), took, reply));
    }

    /** Returns the version with the starts of the steps, which {@link #run} runs after they are stored. */
    @Override
    Candidate runAll(List<Command.RunStep> steps) {
        AgentThread before = thread;
        for (Command.RunStep step : steps.subList(0, steps.size() - 1)) {
            before = before.with(EventFactory.started(step, config().now()));
        }
        started = steps;
        Command.RunStep last = steps.get(steps.size() - 1);
        return Candidate.of(config().loop(), before, EventFactory.started(last, config().now()));
    }

    /** Returns the steps whose starts the executed command returned. */
    List<Command.RunStep> started() {
        return started;
    }

    /** Runs steps whose starts are stored, and returns the version with their outcomes. */
    Candidate run(List<Command.RunStep> steps) {
        ThreadStore.Lease lease = new EngineLease(thread.id(), config().now());
        if (steps.size() == 1) {
            StepInvocation invocation = new StepInvocation(config(), steps.get(0), lease);
            return record(invoker().run(thread, invocation).event(thread, config().now()));
        }
        List<AgentInvoker.Result> results = outcomes(steps, lease);
        AgentThread before = thread;
        for (AgentInvoker.Result result : results.subList(0, results.size() - 1)) {
            before = before.with(result.event(before, config().now()));
        }
        Event last = results.get(results.size() - 1).event(before, config().now());
        return Candidate.of(config().loop(), before, last);
    }

    /** Returns the outcomes of steps; if one of them fails to run, only those of the steps before it. */
    private List<AgentInvoker.Result> outcomes(List<Command.RunStep> steps, ThreadStore.Lease lease) {
        List<AgentInvoker.Result> results = new ArrayList<>();
        try {
            ConcurrentTasks.run(
                    config(),
                    steps,
                    step -> invoker().run(thread, new StepInvocation(config(), step, lease)),
                    results::add);
        } catch (InterruptedActionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (results.isEmpty()) {
                throw e;
            } // otherwise, the failure recurs when the other steps run again
        }
        return results;
    }
}
