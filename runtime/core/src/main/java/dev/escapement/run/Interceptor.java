package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.AgentThread;
import java.util.function.Supplier;

/**
 * Surrounds what a runner does, for traces, metrics and logs. What is only read from a stored thread is not done again, so
 * that it passes no interceptor: each action passes once, in whichever process. Gates pass none: they do nothing but
 * decide.
 *
 * <p>An interceptor calls {@code next} exactly once and gives back what it gives, or throws what it throws: replies and
 * outcomes are the thread's, not the interceptor's. An exception of its own counts as one of what it surrounds. A
 * {@link #drive} that does not call {@code next}, or returns null, ends in an {@link IllegalStateException} that names the
 * interceptor's class. Must be safe for use by many threads of execution.
 */
public interface Interceptor {

    /**
     * Surrounds work on one thread, from where it is to where it waits or ends. A thread at which nothing is to be done
     * passes by.
     *
     * @param thread the thread as it is before
     * @param next works on the thread
     * @return where it came to rest
     */
    default DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
        return next.get();
    }

    /**
     * Surrounds fetching context.
     *
     * @param thread the thread
     * @param fetch what is fetched
     * @param next the method of the agent that fetches it
     * @return what came of it
     * @throws Exception whatever the method throws and does not declare
     */
    default Outcome fetch(AgentThread thread, Command.FetchContext fetch, Invocation next) throws Exception {
        return next.run();
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
    default Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
        return next.run();
    }

    /**
     * Takes along what belongs to the current thread of execution, the context of a trace for example, to where the
     * runner's executor runs a step.
     *
     * @param work is about to be given to the executor
     * @return does the same
     */
    default Runnable carry(Runnable work) {
        return work;
    }

    /** A method of the agent that is about to be called. */
    @FunctionalInterface
    interface Invocation {

        /**
         * Calls the method.
         *
         * @return what came of it
         * @throws Exception whatever the method throws and does not declare
         */
        Outcome run() throws Exception;
    }

    /**
     * A thread for which nothing is to be done.
     *
     * @param thread the thread
     * @param command what it waits for: a {@link Command.Await}; or {@link Command.Rest} if it has ended
     */
    record DriveResult(AgentThread thread, Command command) {}
}
