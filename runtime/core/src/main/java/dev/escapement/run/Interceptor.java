package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.AgentThread;
import java.util.function.Supplier;

/**
 * A hook around the actions of a runner, for traces, metrics and logs. Each action is intercepted once, in the process
 * that executes it; loading a stored thread does not repeat the interception. Gates are not intercepted, because they
 * only decide. Implementations must be safe for concurrent use.
 *
 * <pre>{@code
 * Interceptor timing = new Interceptor() {
 *     @Override
 *     public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
 *         long start = System.nanoTime();
 *         ModelReply reply = next.reply(request);
 *         System.out.println(thread.id() + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
 *         return reply;
 *     }
 * };
 * }</pre>
 *
 * <p>An interceptor must call {@code next} exactly once, and return its result or throw its exception unchanged,
 * because replies and outcomes are recorded in the thread. An exception thrown by the interceptor counts as an
 * exception of the intercepted action. If {@link #drive} does not call {@code next}, or returns null, the runner throws
 * an {@link IllegalStateException} that names the interceptor's class.
 */
public interface Interceptor {

    /**
     * Intercepts the execution of a thread's commands until the thread waits or ends. Not called if there is nothing to
     * execute.
     *
     * @param thread the thread before the execution
     * @param next the execution, which throws {@link DriveException} if it fails
     * @return the result of {@code next}
     */
    default DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
        return next.get();
    }

    /**
     * Intercepts the retrieval of context.
     *
     * @param thread the thread
     * @param fetch the command
     * @param next the agent's method that fetches the context
     * @return the result of {@code next}
     * @throws Exception any exception that the method throws without declaring it
     */
    default Outcome fetch(AgentThread thread, Command.FetchContext fetch, Invocation next) throws Exception {
        return next.run();
    }

    /**
     * Intercepts a request to the model.
     *
     * @param thread the thread
     * @param request the request
     * @param next the model
     * @return the reply of {@code next}
     */
    default ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
        return next.reply(request);
    }

    /**
     * Intercepts one execution of a step. May be called on a Java thread of the runner's executor, and concurrently for
     * several steps of one agent thread.
     *
     * @param thread the thread
     * @param step the command
     * @param next the step
     * @return the result of {@code next}
     * @throws Exception any exception that the step throws without declaring it
     */
    default Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
        return next.run();
    }

    /**
     * Returns a task that runs a given task with the context of the current Java thread, such as a trace context. A
     * Java thread of the executor runs the returned task, which executes a step or a child thread. Child threads are
     * executed after {@link #drive} of their parent has returned, so their context is that of the runner's caller. The
     * default implementation returns the task unchanged.
     *
     * @param work the task that is about to be passed to the executor
     * @return the task to pass instead
     */
    default Runnable carry(Runnable work) {
        return work;
    }

    /** An invocation of an agent method. */
    @FunctionalInterface
    interface Invocation {

        /**
         * Calls the agent method.
         *
         * @return the outcome of the method
         * @throws Exception any exception that the method throws without declaring it
         */
        Outcome run() throws Exception;
    }

    /**
     * The result of executing a thread's commands until the thread waits or ends.
     *
     * @param thread the thread
     * @param command the command to wait, a {@link Command.Await}, or {@link Command.Rest} if the thread has ended
     */
    record DriveResult(AgentThread thread, Command command) {}
}
