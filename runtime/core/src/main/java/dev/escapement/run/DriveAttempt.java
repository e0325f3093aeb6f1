package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.json.StaleCodeError;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a durable engine to execute a thread. It runs a step only if it itself returned the start of the step: if
 * an earlier attempt returned the start and its outcome was not stored, then the outcome is unknown, and the {@link
 * dev.escapement.Effect} of the step determines what follows. Used by one Java thread at a time.
 */
public final class DriveAttempt implements AutoCloseable {

    private final RunnerAgents agents;
    private final ListenerCursor cursor;
    private final FailedExecutions failedExecutions;
    private final AttemptChildren children;
    private int failures;

    /** The number of events before those of this attempt, or -1 before the first call. */
    private int size = -1;

    /** The steps whose starts the last call returned. */
    private List<Command.RunStep> started = List.of();

    /** The version of the thread after the last call, or null if it is not known. */
    private @Nullable Candidate last;

    DriveAttempt(RunnerAgents agents, ListenerCursor cursor, FailedExecutions failedExecutions, int failures) {
        this.agents = agents;
        this.cursor = cursor;
        this.failedExecutions = failedExecutions;
        this.children = new AttemptChildren(agents);
        this.failures = failures;
    }

    /**
     * Performs the next action of a thread, and returns what the engine must store. The action can take as long as a step
     * or a request to the model.
     *
     * @param thread the thread with all stored events, which include those that earlier calls returned
     * @return the result
     * @throws DriveInterruptedException if the Java thread was interrupted. The engine then begins another attempt
     */
    public Advance advance(AgentThread thread) {
        if (size < 0) {
            size = thread.events().size();
        }
        try {
            cursor.advanceTo(thread);
            return performed(thread);
        } catch (InterruptedActionException e) {
            throw new DriveInterruptedException(thread, e.getCause());
        } catch (DriveInterruptedException e) {
            throw e;
        } catch (Throwable e) { // also an error: otherwise, the engine would repeat it without end
            return failed(thread, e);
        }
    }

    private Advance failed(AgentThread thread, Throwable failure) {
        failures = thread.events().size() > size ? 1 : failures + 1;
        size = thread.events().size();
        started = List.of();
        last = null;
        return new Advance.Failed(failures, failedExecutions.delay(thread.id(), failures, failure));
    }

    private Advance performed(AgentThread thread) {
        if (thread.hasEnded()) {
            return settled(thread);
        }
        RunnerConfig config = agents.of(thread);
        AttemptExecution execution = new AttemptExecution(config, thread);
        List<Command.RunStep> steps = started;
        Candidate known = last;
        started = List.of();
        last = null;
        if (!steps.isEmpty()) {
            return recorded(config, thread, driven(execution, () -> execution.run(steps), steps.get(0)));
        }
        List<Append> starts = children.starts(config, thread);
        if (!starts.isEmpty()) {
            return new Advance.Recorded(List.of(), Standing.RUNNABLE, starts);
        }
        List<Advance.ChildEnd> left = AttemptChildren.left(config, thread);
        if (!left.isEmpty()) {
            return new Advance.EndChildren(left);
        }
        Optional<Event.Expired> expired = ExpiredQuestion.of(thread, config::now);
        if (expired.isPresent()) {
            return recorded(config, thread, execution.record(expired.get()));
        }
        Command next = known == null || known.next() == null ? config.loop().next(thread) : known.next();
        if (next.isAtRest()) {
            execution.warnOfDecisions(thread);
            return new Advance.AtRest(ThreadStanding.settled(config.loop(), thread, next));
        } else if (!thread.state().versions().equals(config.versions())) {
            return recorded(config, thread, execution.record(new AgentUpdated(config.now(), config.versions())));
        }
        Candidate performed = driven(execution, () -> next.accept(execution), next);
        started = execution.started();
        return recorded(config, thread, performed);
    }

    /** Returns the next result for a thread that has ended, which does not require its agent: the agent can be removed. */
    private Advance settled(AgentThread ended) {
        started = List.of();
        last = null;
        List<Advance.ChildEnd> left = AttemptChildren.left(agents.first(), ended);
        return left.isEmpty() ? new Advance.AtRest(ThreadStanding.settled(ended)) : new Advance.EndChildren(left);
    }

    /** Performs an action of the agent within the interceptors of the runner. */
    private static Candidate driven(AttemptExecution execution, Supplier<Candidate> action, Command command) {
        AtomicReference<Candidate> performed = new AtomicReference<>();
        InterceptorChain.driven(execution.config().interceptor(), execution.thread(), () -> {
            try {
                Candidate candidate = action.get();
                performed.set(candidate);
                return new Interceptor.DriveResult(
                        candidate.thread(), Objects.requireNonNullElse(candidate.next(), command));
            } catch (RuntimeException | StaleCodeError e) {
                throw DriveException.of(execution.thread(), e);
            }
        });
        return Objects.requireNonNull(performed.get());
    }

    private Advance recorded(RunnerConfig config, AgentThread before, Candidate after) {
        last = after;
        List<Event> events = after.thread().events();
        return new Advance.Recorded(
                events.subList(before.events().size(), events.size()),
                after.standing(),
                children.starts(config, after.thread()));
    }

    /** Ends the attempt. The listener receives no further events from it. */
    @Override
    public void close() {
        cursor.close();
    }
}
