package dev.escapement.run;

import dev.escapement.engine.ChildResultException;
import dev.escapement.engine.Command;
import java.time.Duration;
import java.util.List;

/** The messages about leases, transactions, joins and the time of steps during the execution of threads. */
final class DriveMessages {

    /** The log entry for a lease that was not renewed. */
    static final String RENEWAL_FAILED =
            "A lease was not renewed. It remains valid until another process acquires it; the renewal is repeated.";

    /** The message for a lease time that is too short or too long. */
    static final String LEASE_TIME = "The lease time must be at least 100 ms and at most 1 day.";

    /** The message for a step timeout that is not positive. */
    static final String STEP_TIMEOUT = "The step timeout must be positive.";

    private DriveMessages() {}

    static String transactional(List<String> tools, ThreadStore store) {
        return "The steps of these tools are TRANSACTIONAL, which the store "
                + store.getClass().getName() + " does not support: " + String.join(", ", tools)
                + ". Use another effect, or a store that shares the database of the steps, such as a JdbcThreadStore.";
    }

    /** Returns the log entry for a lease that was not released. */
    static String releaseFailed(String threadId) {
        return "The lease of thread " + threadId
                + " was not released. Others can acquire it when its time has expired.";
    }

    static String otherLease(String threadId, String leased) {
        return "An append to thread " + threadId + " requires the lease of that thread, not that of thread " + leased
                + ".";
    }

    static String timedOut(Command.RunStep step, Duration timeout) {
        return "The step of " + step.call().tool() + ", reference "
                + step.context().idempotencyKey() + ", did not return within the step timeout of " + timeout
                + " and was interrupted; its outcome is unknown.";
    }

    static String interceptorFailed(Command.RunStep step) {
        return "An interceptor failed after the transaction of the step of "
                + step.call().tool() + ", reference " + step.context().idempotencyKey()
                + ", was committed. The committed outcome remains.";
    }

    static String treeFailed(String threadId) {
        return "The children or the parent of thread " + threadId
                + " could not be changed after a decision. A driver of" + " the thread changes them";
    }

    /** Returns the log entry for a child whose result the model receives, because the join does not apply to it. */
    static String childUnread(String tool, String reference, ChildResultException.Reason reason) {
        String changed = switch (reason) {
            case AGENT -> "the step delegates to another agent than that of the child";
            case ARGUMENTS -> "the arguments of the call are not valid in this release";
            case RESULT -> "the result of the child is not valid in this release";
        };
        String remedy = switch (reason) {
            case AGENT -> "restore the step, or keep it and add another one.";
            case ARGUMENTS -> "write or correct an @Upcast method of the tool, or restore its record.";
            case RESULT -> "write or correct an @Upcast method of the result, or restore its type.";
        };
        return "The join of " + tool + " did not run, reference " + reference + ", because " + changed
                + ". The model receives the result, and this answer is final. For other threads, " + remedy;
    }

    static String sameAgent(String agent) {
        return "Two loops belong to the agent " + agent + ". Pass one loop for each agent.";
    }

    static String modelWithoutLoop(String agent) {
        return "A model is set for the agent " + agent
                + ", but the runner does not have its loop. Pass the loop to Runner.of, or remove the model.";
    }

    /** Returns the log entry for children that the runner does not execute. */
    static String leftToWorkers(String agent) {
        return "This runner leaves the child threads of the agent " + agent
                + " to workers, because it does not have the loop of the agent. If no worker has it, the parent threads"
                + " do not continue. Pass the loop to Runner.of, or start a worker for the agent.";
    }

    static String noAgent(String agent, List<String> agents) {
        return "The runner does not have the agent " + agent + ". Use one of " + String.join(", ", agents)
                + ", or pass the loop of the agent to Runner.of.";
    }

    static String otherRunner(Class<?> type) {
        return "An engine cannot execute threads with a runner of " + type.getName()
                + ". Pass a runner that Runner.of built, without a proxy in front of it.";
    }
}
