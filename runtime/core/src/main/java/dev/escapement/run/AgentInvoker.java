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
 * Calls the methods of the agent. Whatever they throw and do not declare goes to the log, and the model is told no more
 * than where to find it there.
 */
final class AgentInvoker {

    private static final System.Logger LOG = System.getLogger(AgentInvoker.class.getName());

    /** What came of calling a method of the agent, ready to be recorded. */
    @FunctionalInterface
    interface Result {

        /** The event that records it. */
        Event event(AgentThread thread, Instant at);
    }

    private final AgentLoop loop;
    private final Interceptor interceptor;

    AgentInvoker(AgentLoop loop, Interceptor interceptor) {
        this.loop = loop;
        this.interceptor = interceptor;
    }

    /**
     * DeskRunners a step.
     *
     * @throws CancellationException if the thread of execution was interrupted; the outcome is then unknown and nothing
     *     is to be recorded
     */
    Result run(Command.RunStep step, AgentThread before) {
        try {
            Outcome outcome = Objects.requireNonNull(
                    interceptor.step(before, step, () -> loop.run(step.call(), step.context())), "outcome");
            return (thread, at) -> EventFactory.ran(thread, step.call(), at, outcome);
        } catch (InterruptedException e) {
            throw interrupted(step.call().tool(), e);
        } catch (Exception e) {
            String reference = step.context().idempotencyKey();
            logged(step.call().tool(), reference, e);
            String message = e instanceof ResultException
                    ? ModelMessages.resultNotShown(reference)
                    : ModelMessages.stepFailed(reference);
            return (thread, at) -> new Event.StepFailed(at, step.call().id(), message, false);
        }
    }

    /**
     * Asks the gates of a call. A gate that fails has let nothing pass.
     *
     * @throws CancellationException if the thread of execution was interrupted
     */
    Result review(Command.CheckGate check, AgentThread thread) {
        try {
            Verdict verdict = Objects.requireNonNull(loop.review(check.call(), thread), "the gate returned null");
            return (now, at) -> EventFactory.reviewed(check, at, verdict);
        } catch (InterruptedException e) {
            throw interrupted("the gate of " + check.call().tool(), e);
        } catch (Exception e) {
            String reference = thread.id() + "/" + check.call().id();
            logged("the gate of " + check.call().tool(), reference, e);
            String reason = ModelMessages.gateFailed(reference);
            return (now, at) -> new Event.GateDenied(at, check.call().id(), reason);
        }
    }

    /**
     * Fetches context.
     *
     * @throws CancellationException if the thread of execution was interrupted
     */
    Result fetch(Command.FetchContext fetch, AgentThread thread) {
        try {
            Outcome outcome = Objects.requireNonNull(
                    interceptor.fetch(thread, fetch, () -> loop.fetch(fetch.source(), thread)), "outcome");
            return (now, at) -> EventFactory.fetched(fetch.source(), at, outcome);
        } catch (InterruptedException e) {
            throw interrupted(fetch.source(), e);
        } catch (Exception e) {
            String reference = thread.id() + "/" + fetch.source();
            logged(fetch.source(), reference, e);
            String message = ModelMessages.contextFailed(reference);
            return (now, at) -> new Event.ContextFailed(at, fetch.source(), message, false);
        }
    }

    /**
     * Reads the arguments of a call that is about to be rejected once more, for the log: whether the arguments or the
     * constructor of their record is to blame cannot be said where it is decided what comes next, because nothing may be
     * written there.
     */
    void logDefects(Call rejected) {
        ToolSpec.named(rejected.tool(), loop.tools()).ifPresent(tool -> tool.decode(rejected.arguments()));
    }

    private static void logged(String what, String reference, Exception failure) {
        LOG.log(System.Logger.Level.ERROR, what + " failed, reference " + reference, failure);
    }

    private static CancellationException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        CancellationException interrupted = new CancellationException("interrupted while running " + what);
        interrupted.initCause(cause);
        return interrupted;
    }
}
