package dev.escapement.run;

import dev.escapement.Verdict;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.ResultException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * An invoker of an agent's methods. Logs undeclared exceptions, and replaces them with messages for the model that
 * contain only a reference to the log.
 */
final class AgentInvoker {

    /** The result of an agent method, ready to be recorded. */
    @FunctionalInterface
    interface Result {

        /** Returns the event that records the result. */
        Event event(AgentThread thread, Instant at);
    }

    private final AgentLoop loop;
    private final Interceptor interceptor;

    AgentInvoker(AgentLoop loop, Interceptor interceptor) {
        this.loop = loop;
        this.interceptor = interceptor;
    }

    /**
     * Runs a step.
     *
     * @throws CancellationException if the current Java thread is interrupted; the outcome is then unknown and must not
     *     be recorded
     */
    Result run(Command.RunStep step, AgentThread before) {
        try {
            Outcome outcome =
                    Objects.requireNonNull(interceptor.step(before, step, new StepInvocation(loop, step)), "outcome");
            return (thread, at) -> EventFactory.ran(thread, step.call(), at, outcome);
        } catch (InterruptedException e) {
            throw interrupted(RunMessages.stepInterrupted(step.call().tool()), e);
        } catch (Exception e) {
            String reference = step.context().idempotencyKey();
            log(RunMessages.stepFailed(step.call().tool(), reference), e);
            String message = e instanceof ResultException
                    ? ModelMessages.resultNotShown(reference)
                    : ModelMessages.stepFailed(reference);
            return (thread, at) -> new Event.StepFailed(at, step.call().id(), message, false);
        }
    }

    /**
     * Evaluates the gates of a call. An exception from a gate counts as a denial.
     *
     * @throws CancellationException if the current Java thread is interrupted
     */
    Result review(Command.CheckGate check, AgentThread thread) {
        try {
            Verdict verdict = Objects.requireNonNull(loop.review(check.call(), thread), RunMessages.NULL_VERDICT);
            return (now, at) -> EventFactory.reviewed(check, at, verdict);
        } catch (InterruptedException e) {
            throw interrupted(RunMessages.gateInterrupted(check.call().tool()), e);
        } catch (Exception e) {
            String reference = thread.id() + "/" + check.call().id();
            log(RunMessages.gateFailed(check.call().tool(), reference), e);
            String reason = ModelMessages.gateFailed(reference);
            return (now, at) -> new Event.GateDenied(at, check.call().id(), reason);
        }
    }

    /**
     * Fetches context from one of the agent's context sources.
     *
     * @throws CancellationException if the current Java thread is interrupted
     */
    Result fetch(Command.FetchContext fetch, AgentThread thread) {
        try {
            Outcome outcome = Objects.requireNonNull(
                    interceptor.fetch(thread, fetch, () -> loop.fetch(fetch.source(), thread)), "outcome");
            return (now, at) -> EventFactory.fetched(fetch.source(), at, outcome);
        } catch (InterruptedException e) {
            throw interrupted(RunMessages.contextInterrupted(fetch.source()), e);
        } catch (Exception e) {
            String reference = thread.id() + "/" + fetch.source();
            log(RunMessages.contextFailed(fetch.source(), reference), e);
            String message = ModelMessages.contextFailed(reference);
            return (now, at) -> new Event.ContextFailed(at, fetch.source(), message, false);
        }
    }

    /**
     * Decodes the arguments of a rejected call again to log any exception from the constructor of the argument record.
     * The decision to reject the call cannot log the exception, because the reducer is a pure function.
     */
    void logDefects(Call rejected) {
        ToolSpec.named(rejected.tool(), loop.tools()).ifPresent(tool -> tool.decode(rejected.arguments()));
    }

    /** Logs an exception. The logger is not a constant, because its creation takes longer than a step. */
    private static void log(String message, Exception e) {
        System.getLogger(AgentInvoker.class.getName()).log(System.Logger.Level.ERROR, message, e);
    }

    private static CancellationException interrupted(String message, InterruptedException cause) {
        Thread.currentThread().interrupt();
        CancellationException interrupted = new CancellationException(message);
        interrupted.initCause(cause);
        return interrupted;
    }

    /** The invocation of a step. */
    private record StepInvocation(AgentLoop loop, Command.RunStep step) implements Interceptor.Invocation {

        @Override
        public Outcome run() throws Exception {
            return loop.run(step.call(), step.context());
        }
    }
}
