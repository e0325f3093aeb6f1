package dev.escapement.run;

import dev.escapement.loop.AgentLoop;
import dev.escapement.loop.Command;
import dev.escapement.loop.Event;
import dev.escapement.loop.Outcome;
import dev.escapement.loop.ResultException;
import java.time.Clock;
import java.util.concurrent.CancellationException;

/** Runs one step and turns whatever happens into the event that answers its call. */
final class StepRunner {

    private static final System.Logger LOG = System.getLogger(StepRunner.class.getName());

    private final AgentLoop loop;

    StepRunner(AgentLoop loop) {
        this.loop = loop;
    }

    /**
     * Runs a step.
     *
     * @throws CancellationException if the thread of execution was interrupted; the outcome is then unknown and nothing
     *     is recorded
     */
    Event run(Command.RunStep step, Clock clock) {
        String callId = step.call().id();
        try {
            Outcome outcome = loop.run(step.call(), step.context());
            if (outcome instanceof Outcome.Returned returned) {
                return new Event.StepReturned(clock.instant(), callId, returned.result());
            }
            if (outcome instanceof Outcome.Finished finished) {
                return new Event.Finished(clock.instant(), callId, finished.result());
            }
            return new Event.StepFailed(clock.instant(), callId, ((Outcome.Failed) outcome).message(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException interrupted = new CancellationException(
                    "interrupted while running " + step.call().tool());
            interrupted.initCause(e);
            throw interrupted;
        } catch (Exception e) {
            String reference = step.context().idempotencyKey();
            LOG.log(System.Logger.Level.ERROR, step.call().tool() + " failed, reference " + reference, e);
            String neutral = e instanceof ResultException
                    ? "The tool did its work, but its result cannot be shown."
                    : "The tool failed for a reason that the arguments cannot mend.";
            return new Event.StepFailed(clock.instant(), callId, neutral + " Reference: " + reference, false);
        }
    }
}
