package dev.escapement.run;

import dev.escapement.Verdict;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.AttemptMessages;
import dev.escapement.engine.ChildEvents;
import dev.escapement.engine.ChildResultException;
import dev.escapement.engine.Command;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.ResultException;
import dev.escapement.internal.failure.Failures;
import dev.escapement.json.Decoded;
import dev.escapement.json.StaleCodeError;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invoker of an agent's methods. Logs the exceptions that the model must not receive; the results contain only a
 * reference to the log. All methods throw {@link InterruptedActionException} if the method was interrupted; its outcome
 * is then unknown and must not be recorded.
 */
final class AgentInvoker {

    /** The result of an agent method, ready to be recorded. */
    @FunctionalInterface
    interface Result {

        /** Returns the event that records the result. */
        Event event(AgentThread thread, Instant at);
    }

    private final RunnerConfig config;
    private final AgentLoop loop;
    private final Interceptor interceptor;

    AgentInvoker(RunnerConfig config) {
        this.config = config;
        this.loop = config.loop();
        this.interceptor = config.interceptor();
    }

    /** Runs a step. Any exception or {@link Error} of the step is an outcome. */
    Result run(AgentThread before, StepInvocation invocation) {
        Command.RunStep step = invocation.step();
        Instant start = config.now();
        Outcome outcome;
        try {
            outcome = Objects.requireNonNull(interceptor.step(before, step, invocation), "outcome");
            EventFactory.requireFallback(before, step, outcome);
        } catch (ResultException e) {
            String reference = step.context().idempotencyKey();
            log(RunMessages.stepFailed(step.call().tool(), reference), e);
            Event.StepFailed failed = resultNotShown(step, reference, start);
            return (thread, at) -> failed;
        } catch (Throwable e) {
            outcome = new Outcome.InDoubt(e, false);
        }
        Outcome ended = invocation.settled(outcome);
        if (isHidden(ended)) {
            Outcome.InDoubt doubt = (Outcome.InDoubt) ended;
            log(AttemptMessages.inDoubt(step, doubt), doubt.exception());
        }
        Duration took = config.since(start);
        return (thread, at) -> EventFactory.ran(loop, thread, step, at, took, ended);
    }

    private Event.StepFailed resultNotShown(Command.RunStep step, String reference, Instant start) {
        String message = switch (step.flow()) {
            case PAUSES -> ModelMessages.questionNotAsked(reference);
            case DELEGATES -> ModelMessages.childNotStarted(reference);
            case RETURNS, SELECTS, FINISHES -> ModelMessages.resultNotShown(reference);
        };
        return new Event.StepFailed(config.now(), step.call().id(), message, false, false, config.since(start));
    }

    /** Evaluates the gates of a call. An exception from a gate, or a null verdict, counts as a failure of the gate. */
    Result review(Command.CheckGate check, AgentThread thread) {
        try {
            Verdict verdict = Objects.requireNonNull(loop.review(check.call(), thread), RunMessages.NULL_VERDICT);
            return (now, at) -> EventFactory.reviewed(check, at, verdict);
        } catch (Throwable e) {
            requireUninterrupted(e);
            String reference = reference(thread, check.call());
            log(RunMessages.gateFailed(check.call().tool(), reference), e);
            String reason = ModelMessages.gateFailed(reference);
            return (now, at) -> new Event.GateFailed(at, check.call().id(), reason);
        }
    }

    /**
     * Determines what follows the end of a child thread. Any exception or {@link Error} is a failure of the step, except
     * those after which the join must run again: it does not have an effect, and its recorded outcome is final.
     */
    Result join(Command.JoinChild join, AgentThread thread) {
        Instant start = config.now();
        Outcome outcome = outcome(join, thread);
        if (isHidden(outcome)) {
            Throwable thrown = ((Outcome.InDoubt) outcome).exception();
            StaleCodeError.throwIfStale(thrown);
            Failures.throwIfFatal(thrown);
            log(RunMessages.stepFailed(join.call().tool(), reference(thread, join.call())), thrown);
        }
        Duration took = config.since(start);
        return (now, at) -> ChildEvents.joined(loop, now, join, at, took, outcome);
    }

    private Outcome outcome(Command.JoinChild join, AgentThread thread) {
        try {
            return Objects.requireNonNull(ChildEvents.join(loop, thread, join), "outcome");
        } catch (ChildResultException e) {
            logUnread(e, thread, join.call());
            return ChildEvents.unread(join);
        } catch (Throwable e) {
            return new Outcome.InDoubt(e, false);
        }
    }

    /** Logs why a join did not run. The message of the exception can contain the result, and is not logged. */
    private void logUnread(ChildResultException unread, AgentThread thread, Call call) {
        String message = DriveMessages.childUnread(call.tool(), reference(thread, call), unread.reason());
        RunLog.log(AgentInvoker.class, System.Logger.Level.WARNING, message, unread.getCause());
        if (unread.reason() == ChildResultException.Reason.ARGUMENTS && unread.getCause() == null) {
            logArguments(call, reference(thread, call));
        }
    }

    /** Fetches context from one of the agent's context sources. */
    Result fetch(Command.FetchContext fetch, AgentThread thread) {
        Instant start = config.now();
        String source = fetch.source();
        Outcome outcome;
        try {
            outcome = Objects.requireNonNull(
                    interceptor.fetch(thread, fetch, () -> loop.fetch(source, thread)), "outcome");
        } catch (Throwable e) {
            outcome = new Outcome.InDoubt(e, false);
        }
        if (isHidden(outcome)) {
            log(RunMessages.contextFailed(source, thread.id() + "/" + source), ((Outcome.InDoubt) outcome).exception());
        }
        Outcome ended = outcome;
        Duration took = config.since(start);
        return (now, at) -> EventFactory.fetched(now, source, at, took, ended);
    }

    /**
     * Logs the exceptions because of which a call was rejected. The decision to reject the call cannot log them, because the
     * reducer is a pure function.
     */
    void logDefects(AgentThread thread, Call rejected) {
        logUpcast(thread, rejected);
        logArguments(rejected, rejected.id());
    }

    /** Decodes and encodes the arguments of a call again to log any exception from the argument record. */
    private void logArguments(Call call, String reference) {
        try {
            ToolSpec.named(call.tool(), loop.tools()).ifPresent(tool -> decodeAndEncode(tool, call));
        } catch (RuntimeException | Error e) {
            Failures.throwIfFatal(e);
            log(RunMessages.stepFailed(call.tool(), reference), e);
        }
    }

    /** Logs the exception of an upcast method because of which a call cannot run. */
    void logUpcast(AgentThread thread, Call call) {
        ReplyProgress reply = thread.state().reply();
        if (reply != null) {
            reply.calls().stream()
                    .filter(progress -> progress.selected().id().equals(call.id()))
                    .flatMap(progress -> EventFactory.upcastFailure(loop, progress).stream())
                    .forEach(failure -> log(RunMessages.stepFailed(call.tool(), call.id()), failure));
        }
    }

    private static <T> void decodeAndEncode(ToolSpec<T> tool, Call rejected) {
        if (tool.decode(rejected.arguments()) instanceof Decoded.Accepted<T> accepted) {
            String unused = tool.encode(accepted.value());
        }
    }

    /** Returns whether an outcome has an exception that the model does not receive in full. */
    private static boolean isHidden(Outcome outcome) {
        if (outcome instanceof Outcome.Failed) {
            requireUninterrupted(null); // the declared exception may result from the interruption
        } else if (outcome instanceof Outcome.InDoubt doubt) {
            requireUninterrupted(doubt.exception());
            return true;
        }
        return false;
    }

    private static String reference(AgentThread thread, Call call) {
        return thread.id() + "/" + call.id();
    }

    private static void requireUninterrupted(@Nullable Throwable thrown) {
        if (Interruptions.include(thrown)) {
            throw new InterruptedActionException(thrown);
        }
    }

    private static void log(String message, Throwable e) {
        RunLog.log(AgentInvoker.class, System.Logger.Level.ERROR, message, e);
    }
}
