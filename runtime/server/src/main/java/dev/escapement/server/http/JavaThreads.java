package dev.escapement.server.http;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The Java threads of requests and streams: virtual threads if the JVM has them. */
public final class JavaThreads {
    private static final long KEEP_ALIVE_SECONDS = 30;

    private JavaThreads() {}

    /**
     * Returns an executor with a virtual thread for each task, or with a bounded pool on JVMs before 21.
     *
     * @param name the beginning of the names of the Java threads of the pool
     * @param size the maximum number of Java threads of the pool
     * @return the executor
     */
    public static ExecutorService executor(String name, int size) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return pool(name, size);
        }
    }

    private static ExecutorService pool(String name, int size) {
        AtomicLong count = new AtomicLong();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
