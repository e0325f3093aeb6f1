package dev.escapement.server.follow;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * An executor that runs a limited number of its tasks at the same time on another one, in the order of their arrival. Tasks
 * that wait do not occupy a Java thread. Safe for concurrent use.
 */
final class LimitedExecutor implements Executor {
    private final Executor executor;
    private final int limit;

    // guarded by this
    private final Queue<Runnable> waiting = new ArrayDeque<>();
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

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (running == limit) {
                waiting.add(task);
                return;
            }
            running++;
        }
        start(task);
    }

    /** {@return whether tasks wait for the end of others} */
    synchronized boolean isContended() {
        return !waiting.isEmpty();
    }

    private void start(Runnable task) {
        boolean started = false;
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } finally {
                    startNext();
                }
            });
            started = true;
        } finally {
            if (!started) {
                release();
            }
        }
    }

    private synchronized void release() {
        running--;
    }

    private void startNext() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        start(next);
    }
}
