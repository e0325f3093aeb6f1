package dev.escapement.server.adapter;

import dev.escapement.server.http.ExceededLimit;
import dev.escapement.server.http.JavaThreads;
import dev.escapement.server.http.RefusalLog;
import dev.escapement.server.http.Watchdog;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The executor of the JDK's HTTP server. Uses virtual threads if the JVM has them, else a bounded pool. The server reads the
 * headers of a request on the executor, so that this class also limits their time. Safe for concurrent use.
 */
public final class RequestExecutor implements Executor, AutoCloseable {
    private static final ThreadLocal<Watchdog.@Nullable Guard> HEADERS = new ThreadLocal<>();
    private static final Duration MIN_BUSY_TIME = Duration.ofMillis(500);
    private static final int BUSY_PART = 20;
    private static final int POOL_SIZE = 64;

    private final ExecutorService executor;
    private final Watchdog watchdog;
    private final int limit;
    private final Duration headerTime;
    private final RefusalLog log;
    private final AtomicInteger active = new AtomicInteger();

    /**
     * Creates an executor.
     *
     * @param watchdog the watchdog of the adapter
     * @param limit the maximum number of requests that are executed or wait for a Java thread; connections above it are closed
     * @param headerTime the time within which the headers must arrive; a twentieth of it, but at least 0.5 seconds,
     *     while requests wait for a Java thread
     * @param log the log of the connections that end without a request
     */
    public RequestExecutor(Watchdog watchdog, int limit, Duration headerTime, RefusalLog log) {
        this(watchdog, limit, headerTime, log, Math.min(POOL_SIZE, limit));
    }

    RequestExecutor(Watchdog watchdog, int limit, Duration headerTime, RefusalLog log, int poolSize) {
        this.watchdog = watchdog;
        this.limit = limit;
        this.headerTime = headerTime;
        this.log = log;
        this.executor = JavaThreads.executor("escapement-http", poolSize);
    }

    /**
     * Executes a task of the HTTP server.
     *
     * @param task the task
     * @throws RejectedExecutionException if the limit is reached; the HTTP server then closes the connection
     */
    @Override
    public void execute(Runnable task) {
        if (active.incrementAndGet() > limit) {
            active.decrementAndGet();
            log.exceeded(ExceededLimit.REQUESTS);
            throw new RejectedExecutionException("too many requests at the same time");
        }
        try {
            executor.execute(() -> run(task));
        } catch (RejectedExecutionException
                | OutOfMemoryError e) { // an error if the process cannot create Java threads
            active.decrementAndGet();
            throw e;
        }
    }

    private void run(Runnable task) {
        try {
            runGuarded(task);
        } finally {
            active.decrementAndGet();
        }
    }

    private void runGuarded(Runnable task) {
        Watchdog.Guard guard = watchdog.guard(isBusy() ? busyTime(headerTime) : headerTime);
        boolean haveHeadersArrived = false;
        try {
            HEADERS.set(guard);
            task.run();
            haveHeadersArrived = guard.isClosed();
        } finally {
            HEADERS.remove();
            guard.close();
        }
        if (guard.isExpired()) {
            log.exceeded(ExceededLimit.HEADER_TIME);
        } else if (!haveHeadersArrived) {
            log.endedWithoutRequest();
        }
    }

    /** Returns whether requests wait for a Java thread, so that slow clients must not occupy one for long. */
    private boolean isBusy() {
        return executor instanceof ThreadPoolExecutor pool && !pool.getQueue().isEmpty();
    }

    /**
     * Returns the time for headers while requests wait. It follows the time for headers, because on a loaded machine a Java
     * thread also needs longer to read headers that have arrived.
     */
    static Duration busyTime(Duration headerTime) {
        Duration part = headerTime.dividedBy(BUSY_PART);
        Duration busyTime = part.compareTo(MIN_BUSY_TIME) > 0 ? part : MIN_BUSY_TIME;
        return busyTime.compareTo(headerTime) < 0 ? busyTime : headerTime;
    }

    /** Ends the time limit for the headers of the request that the current Java thread handles. */
    void headersArrived() {
        Watchdog.Guard guard = HEADERS.get();
        if (guard != null) {
            guard.close();
        }
    }

    /** {@return the number of requests that are executed or wait for a Java thread} */
    public int active() {
        return active.get();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
