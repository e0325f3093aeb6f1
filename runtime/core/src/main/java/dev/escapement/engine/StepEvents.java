package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A visitor that returns the event that records the outcome of a step.
 *
 * @param loop the agent
 * @param thread the thread before the event
 * @param step the command that ran the step
 * @param at the time of the event
 * @param took the working time
 */
record StepEvents(AgentLoop loop, AgentThread thread, Command.RunStep step, Instant at, Duration took)
        implements AnswerEvents {

    @Override
    public String callId() {
        return step.call().id();
    }

    @Override
    public int maxLength() {
        return loop.maxResultLength(step.call().tool());
    }

    /** Returns the failure of a step that has no effect and no attempts left, otherwise an unknown outcome. */
    @Override
    public Event inDoubt(Outcome.InDoubt outcome) {
        if (EffectRules.mayChangeState(step.effect()) || step.attempt() < step.maxAttempts()) {
            return new Event.StepInDoubt(
                    at, callId(), outcome.exception().getClass().getName(), took);
        }
        return failed(outcome, ModelMessages.stepFailed(step.context().idempotencyKey()));
    }

    @Override
    public Event paused(Outcome.Paused outcome) {
        if (lacksFallback(thread, step, outcome)) {
            String message = ModelMessages.questionNotAsked(step.context().idempotencyKey());
            return new Event.StepFailed(at, callId(), message, false, false, took);
        }
        Optional<Instant> deadline = Deadlines.after(at, outcome.limit());
        return new Event.ReplyAsked(at, callId(), outcome.question(), outcome.schema(), deadline, outcome.fallback());
    }

    /**
     * Returns whether a pause has a time limit but not a fallback, although a step selected the call. The selecting step
     * has determined that the thread continues with a reply.
     */
    static boolean lacksFallback(AgentThread thread, Command.RunStep step, Outcome.Paused outcome) {
        ReplyProgress reply = thread.state().reply();
        return outcome.limit().isPresent()
                && outcome.fallback().isEmpty()
                && reply != null
                && reply.calls().stream()
                        .anyMatch(call -> call.selectedByCode()
                                && call.selected().id().equals(step.call().id()));
    }

    @Override
    public Event delegated(Outcome.Delegated outcome) {
        return ChildThreads.delegated(loop, thread, callId(), outcome, at, took);
    }

    @Override
    public Event finished(Outcome.Finished outcome) {
        return new Event.Finished(at, callId(), outcome.result(), outcome.files());
    }
}
