package dev.escapement.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The concurrent execution of read-only steps or child threads on a runner's executor. */
final class ConcurrentTasks {

    private ConcurrentTasks() {}

    /**
     * Performs work for each item, concurrently if the executor permits it, and passes the results to a consumer in the
     * order of the items. If a result cannot be obtained, the remaining work is interrupted. When the method returns,
     * all work has ended.
     */
    static <I, R> void run(RunnerConfig config, List<I> items, Function<I, R> work, Consumer<R> results) {
        List<ClaimableTask<R>> tasks = new ArrayList<>(items.size());
        for (I item : items) {
            tasks.add(new ClaimableTask<>(() -> work.apply(item)));
        }
        boolean completed = false;
        try {
            for (ClaimableTask<R> task : tasks) {
                requireUninterrupted();
                submit(config, task);
            }
            for (ClaimableTask<R> task : tasks) {
                requireUninterrupted();
                results.accept(task.finish());
            }
            completed = true;
        } finally {
            if (!completed) {
                tasks.forEach(ClaimableTask::cancel); // before a Java thread becomes free for the next task
                tasks.forEach(ClaimableTask::interrupt);
            }
            tasks.forEach(ClaimableTask::settle); // all steps end before the lease of the thread is released
        }
    }

    private static void requireUninterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedActionException(null);
        }
    }

    /** Passes a task to the executor. The caller's Java thread runs the tasks of an executor that rejects them. */
    private static void submit(RunnerConfig config, ClaimableTask<?> task) {
        try {
            config.executor().execute(config.interceptor().carry(task));
        } catch (RejectedExecutionException e) {
            RunLog.log(ConcurrentTasks.class, System.Logger.Level.DEBUG, RunMessages.TASK_REJECTED, e);
        }
    }
}
