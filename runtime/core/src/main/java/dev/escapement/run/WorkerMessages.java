package dev.escapement.run;

import java.util.List;

/** The messages of the exceptions and log entries of workers. */
final class WorkerMessages {

    private WorkerMessages() {}

    static String noQueue(Object store) {
        return "The store " + store.getClass().getName() + " does not implement ThreadQueue, which a worker requires."
                + " Use a store of Escapement, or implement the interface.";
    }

    static String sameAgent(String agent) {
        return "Two runners execute the agent " + agent + ". Pass one runner for each agent to the worker.";
    }

    static String otherStore(String agent) {
        return "The runner of the agent " + agent + " uses another store than the worker. Pass the same store to both.";
    }

    static String notPositive(String name, Object value) {
        return name + " is " + value + ". Use a positive value.";
    }

    static String negative(String name, Object value) {
        return name + " is " + value + ". Use 0 or a positive value.";
    }

    static String retried(String threadId, int attempts, long millis) {
        return "Attempt " + attempts + " to execute thread " + threadId + " failed. The next attempt follows in "
                + millis + " ms";
    }

    static String parked(String threadId, int attempts) {
        return "Thread " + threadId + " is parked after " + attempts
                + " failed attempts to execute it. Remove the cause," + " then run: escapement resume " + threadId;
    }

    static String notReturned(String threadId) {
        return "The failed execution of thread " + threadId + " could not be stored. The thread is due again when its"
                + " lease ends";
    }

    static String notReleased(String threadId) {
        return "The lease of thread " + threadId
                + " could not be released. The thread is due again when the lease ends";
    }

    static String pollFailed(long millis) {
        return "The worker could not poll its store. The next poll follows in " + millis + " ms";
    }

    static String scheduleFailed(String trigger, long millis) {
        return "The schedule of the trigger " + trigger + " failed. The next attempt follows in " + millis + " ms";
    }

    static String interrupting(List<String> threadIds) {
        return "The drain time has passed. The worker interrupts the executions of the threads " + threadIds;
    }

    static String notInterrupted(List<String> threadIds) {
        return "Steps of the threads " + threadIds + " ignore their interruption. Their leases are released when the"
                + " steps return, or expire when the process ends";
    }
}
