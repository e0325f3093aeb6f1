package dev.escapement.spring;

import dev.escapement.run.Worker;
import dev.escapement.run.WorkerStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * A worker with the lifecycle of an application context. It starts polling when the context has been refreshed, and drains
 * when the context stops, at the same time as a web server ends its requests. A stopped worker can be started again. Safe
 * for concurrent use.
 *
 * <p>Before the start, the status does not contain a poll, and {@link #wake} does not have an effect: the first poll follows
 * the start immediately.
 */
public final class WorkerLifecycle implements Worker, SmartLifecycle {

    /** The phase in which web servers of Spring Boot end their requests. */
    public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1024;

    private static final WorkerStatus NOT_STARTED =
            new WorkerStatus(List.of(), 0, 0, 0, 0, 0, Optional.empty(), Optional.empty(), false);

    private final Worker.Builder builder;
    private volatile @Nullable Worker worker;
    private volatile boolean running;

    /**
     * Creates a worker that is not running.
     *
     * @param builder the settings, which must not change later
     */
    public WorkerLifecycle(Worker.Builder builder) {
        this.builder = Objects.requireNonNull(builder, "builder");
    }

    @Override
    public synchronized void start() {
        if (!running) {
            worker = builder.start();
            running = true;
        }
    }

    /** Drains the worker, and returns when it has stopped. */
    @Override
    public void stop() {
        Worker current = worker;
        if (current != null) {
            current.close();
            ended(current);
        }
    }

    private synchronized void ended(Worker closed) {
        if (worker == closed) {
            running = false;
        }
    }

    /** Drains the worker on another Java thread, so that the time of the shutdown phase is observed. */
    @Override
    public void stop(Runnable callback) {
        Thread closer = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        callback.run();
                    }
                },
                "escapement-worker-stop");
        closer.start();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void wake() {
        Worker current = worker;
        if (current != null) {
            current.wake();
        }
    }

    @Override
    public WorkerStatus status() {
        Worker current = worker;
        return current == null ? NOT_STARTED : current.status();
    }

    @Override
    public void close() {
        stop();
    }
}
