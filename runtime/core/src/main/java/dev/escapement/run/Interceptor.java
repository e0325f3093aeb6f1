package dev.escapement.run;

import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Command;
import dev.escapement.loop.Outcome;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.function.Supplier;

/**
 * Surrounds what a runner does to the world: traces, metrics, logs. What is only read from a stored thread is not done
 * again, so it passes no interceptor. An interceptor calls {@code next} exactly once and gives back what it gives, or
 * throws what it throws: replies and outcomes are the thread's, not the interceptor's. Must be safe for use by many
 * threads.
 */
public interface Interceptor {

    /**
     * Surrounds work on one thread, from where it is to where it waits or ends.
     *
     * @param thread the thread as it is before
     * @param next works on the thread
     * @return the thread as far as it got
     */
    default AgentThread drive(AgentThread thread, Supplier<AgentThread> next) {
        return next.get();
    }

    /**
     * Surrounds a request to the model.
     *
     * @param thread the thread
     * @param request what the model is shown
     * @param next the model
     * @return its reply
     */
    default ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
        return next.reply(request);
    }

    /**
     * Surrounds one run of a step. May be called on a thread of execution of the runner's executor, for several steps of
     * one thread at once.
     *
     * @param thread the thread
     * @param step the call and what the step is told
     * @param next the step
     * @return what came of it
     * @throws Exception whatever the step throws and does not declare
     */
    default Outcome step(AgentThread thread, Command.RunStep step, StepRun next) throws Exception {
        return next.run();
    }

    /** A step that is about to run. */
    @FunctionalInterface
    interface StepRun {

        /**
         * Runs the step.
         *
         * @return what came of it
         * @throws Exception whatever the step throws and does not declare
         */
        Outcome run() throws Exception;
    }
}
