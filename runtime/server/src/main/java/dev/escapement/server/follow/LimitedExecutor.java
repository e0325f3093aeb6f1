package dev.escapement.server.follow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * An executor that runs a limited number of its tasks at the same time on another one, in the order of their arrival. Tasks
 * that wait do not occupy a Java thread. They are also run if the other executor fails to start one of them, for example because
 * the process cannot create Java threads. Safe for concurrent use.
 */
final class LimitedExecutor implements Executor {
    private final Executor executor;
    private final int limit;

    // guarded by this
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /**
     * Creates an executor without tasks.
     *
     * @param executor the executor that runs the tasks
     * @param limit the maximum number of tasks that run at the same time, 1 or more
     */
    LimitedExecutor(Executor executor, int limit) {
        this.executor = executor;
        this.limit = limit;
    }

    /**
     * Runs a task, or lets it wait for the end of others. A task for which this method throws an exception is not run.
     *
     * @param task the task
     */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (running == limit) {
                waiting.addLast(task);
                return;
            }
            running++;
        }
        boolean started = false;
        try {
            start(task);
            started = true;
        } finally {
            if (!started) {
                startNext(this::putBack);
            }
        }
    }

    /** {@return whether tasks wait for the end of others} */
    synchronized boolean isContended() {
        return !waiting.isEmpty();
    }

    private void start(Runnable task) {
        executor.execute(() -> run(task));
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            startNext(this::run); // a failed start must not lose the task, and this Java thread is free
        }
    }

    /** Passes a place on to the task that waits longest, which a function receives if it could not be started. */
    private void startNext(Consumer<Runnable> failed) {
        Runnable next;
        synchronized (this) {
            next = waiting.pollFirst();
            if (next == null) {
                running--;
                return;
            }
        }
        boolean started = false;
        try {
            start(next);
            started = true;
        } finally {
            if (!started) {
                failed.accept(next);
            }
        }
    }

    /** Lets a task wait again, for the end of the next one. */
    private synchronized void putBack(Runnable task) {
        waiting.addFirst(task);
        running--;
    }
}
