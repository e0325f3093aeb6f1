package dev.escapement.run;

import dev.escapement.Effect;
import dev.escapement.engine.Command;
import dev.escapement.engine.EventFactory;
import dev.escapement.json.StaleCodeError;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The execution of one thread. Executes the commands of the loop and records the resulting events, until the thread
 * waits or ends. Only the holder of the thread's lease executes it, and only the execution notifies the listener, so
 * that the listener receives all events in order. Ends with {@link LeaseLostException} if the lease is superseded.
 */
final class ThreadExecution extends CommandExecution<AgentThread> {

    private final RunnerConfig config;
    private final ThreadStore.Lease lease;
    private final ThreadRecorder recorder;
    private final ThreadChildren children;
    private final BooleanSupplier stop;

    /**
     * Creates an execution of a thread.
     *
     * @param lease the lease of the thread
     * @param recorder the thread as it is stored
     * @param children the children of the thread
     * @param stop returns whether to end the execution before the next command
     */
    ThreadExecution(
            RunnerConfig config,
            ThreadStore.Lease lease,
            ThreadRecorder recorder,
            ThreadChildren children,
            BooleanSupplier stop) {
        super(config);
        this.config = config;
        this.lease = lease;
        this.recorder = recorder;
        this.children = children;
        this.stop = stop;
    }

    /** Executes commands until the thread waits or ends, and returns the thread. */
    AgentThread run() {
        warnOfDecisions(thread());
        do {
            while (children.prepare(thread())) { // before an event after which the thread is stored as waiting
                recorder.refresh();
            }
            recorder.expireQuestions();
            if (!recorder.next().isAtRest()) {
                InterceptorChain.driven(config.interceptor(), thread(), new UntilAtRest());
            }
            while (children.reconcile(thread())) {
                recorder.refresh();
            }
        } while (!recorder.next().isAtRest() || !recorder.settle());
        return thread();
    }

    @Override
    AgentThread thread() {
        return recorder.thread();
    }

    @Override
    public AgentThread askModel(Command.AskModel ask) {
        LeaseKeeper.requireHeld(lease);
        AgentThread requested = thread();
        Instant start = config.now();
        ModelReply reply;
        try {
            reply = new ModelRequester(config).reply(requested, ask);
        } catch (ModelRequester.PermanentFailure failure) {
            if (recorder.isStored(
                    new RequestFailed(config.now(), failure.part(), failure.description(), failure.response()))) {
                throw failure;
            }
            return thread(); // a person's event may have changed the request
        }
        config.usageWarnings().check(requested, config.model(), reply);
        Duration took = config.since(start);
        return recorder.recordOutcome(new Replied(requested, took, reply));
    }

    /** The reply to a request. A class, because the first lambda expression of a process takes longer than a step. */
    private record Replied(AgentThread requested, Duration took, ModelReply reply) implements AgentInvoker.Result {

        @Override
        public Event event(AgentThread thread, Instant at) {
            return EventFactory.replied(requested, thread, at, took, reply);
        }
    }

    @Override
    AgentThread record(Event event) {
        return recorder.record(event);
    }

    @Override
    AgentThread rest() {
        return thread();
    }

    @Override
    AgentThread runAll(List<Command.RunStep> steps) {
        List<Command.RunStep> started = started(steps);
        if (started.isEmpty() || thread().hasEnded()) {
            return thread();
        } else if (started.size() == 1) {
            return runSingle(started.get(0));
        }
        AgentThread before = thread();
        ConcurrentTasks.run(
                config,
                started,
                step -> invoker().run(before, new StepInvocation(config, step, lease)),
                recorder::recordOutcome);
        return thread();
    }

    private AgentThread runSingle(Command.RunStep step) {
        boolean isTransactional = config.loop().effect(step.call().tool()) == Effect.TRANSACTIONAL;
        return isTransactional && config.store() instanceof TransactionalStore store
                ? runInTransaction(new TransactionalInvocation(config, store, step, lease, thread()))
                : recorder.recordOutcome(invoker().run(thread(), new StepInvocation(config, step, lease)));
    }

    private AgentThread runInTransaction(TransactionalInvocation invocation) {
        AgentInvoker.Result result = invoker().run(thread(), invocation);
        Candidate committed = invocation.committed();
        return committed == null ? recorder.recordOutcome(result) : recorder.accept(committed);
    }

    /**
     * Records the starts of steps and returns the started steps. A person's event prevents the following starts; the
     * steps before it still run, because another start would be a further attempt.
     */
    private List<Command.RunStep> started(List<Command.RunStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (!recorder.isStarted(EventFactory.started(steps.get(i), config.now()))) {
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

    /** The execution of commands until the thread is at rest, without the interceptor around it. */
    private final class UntilAtRest implements Supplier<Interceptor.DriveResult> {

        @Override
        public Interceptor.DriveResult get() {
            try {
                return execute();
            } catch (RuntimeException | StaleCodeError e) {
                throw DriveException.of(config.store(), thread(), e);
            }
        }

        private Interceptor.DriveResult execute() {
            while (!recorder.next().isAtRest()) {
                requireUninterrupted();
                if (stop.getAsBoolean()) { // not between the start of a step and its execution
                    throw new InterruptedActionException(null);
                }
                if (children.prepare(thread())) {
                    recorder.refresh();
                } else if (recorder.recordVersions(config.versions())) {
                    recorder.next().accept(ThreadExecution.this);
                    if (children.create(thread())) {
                        recorder.refresh();
                    }
                }
                recorder.expireQuestions();
            }
            return new Interceptor.DriveResult(thread(), recorder.next());
        }
    }
}
