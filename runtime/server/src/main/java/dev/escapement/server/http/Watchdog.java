package dev.escapement.server.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts Java threads whose blocking operation exceeds its time. An interrupted operation of a socket closes the socket,
 * so that a client that neither reads nor writes does not occupy a Java thread. For example, {@code
 * watchdog.run(Duration.ofSeconds(10), () -> out.write(bytes))}. Safe for concurrent use.
 */
public final class Watchdog implements AutoCloseable {
    private static final long PERIOD = Duration.ofMillis(100).toNanos();

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final Thread timer;
    private volatile boolean closed;

    private Watchdog(String name) {
        this.timer = new Thread(this::watch, name);
        timer.setDaemon(true);
    }

    /**
     * Returns a new watchdog with a daemon Java thread.
     *
     * @param name the name of the Java thread
     * @return the watchdog
     */
    public static Watchdog start(String name) {
        Watchdog watchdog = new Watchdog(name);
        watchdog.timer.start();
        return watchdog;
    }

    /**
     * Begins an operation of the current Java thread, which ends when the guard is closed.
     *
     * @param limit the time after which the Java thread is interrupted, with an accuracy of 0.1 seconds
     * @return a guard, which the same Java thread must close
     */
    public Guard guard(Duration limit) {
        Guard guard = new Guard(Thread.currentThread(), System.nanoTime() + limit.toNanos());
        guards.add(guard);
        return guard;
    }

    /**
     * Runs an operation, and interrupts the current Java thread if it takes too long.
     *
     * @param limit the time after which the Java thread is interrupted, with an accuracy of 0.1 seconds
     * @param operation the operation
     * @param <E> the type of its exceptions
     * @throws E if the operation fails, for example because of the interruption
     */
    public <E extends Exception> void run(Duration limit, BlockingOperation<E> operation) throws E {
        Guard guard = guard(limit);
        try {
            operation.run();
        } finally {
            guard.close();
        }
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(PERIOD);
            long now = System.nanoTime();
            for (Guard guard : guards) {
                guard.check(now);
            }
        }
    }

    /** Ends the Java thread of the watchdog. Open guards have no effect any more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(timer);
    }

    /**
     * An operation that can block.
     *
     * @param <E> the type of its exceptions
     */
    @FunctionalInterface
    public interface BlockingOperation<E extends Exception> {

        /**
         * Performs the operation.
         *
         * @throws E if it fails
         */
        void run() throws E;
    }

    /** An operation in progress. */
    public final class Guard implements AutoCloseable {
        private final Thread thread;
        private final long deadline;
        private boolean done;
        private boolean expired;

        private Guard(Thread thread, long deadline) {
            this.thread = thread;
            this.deadline = deadline;
        }

        private synchronized void check(long now) {
            if (!done && !expired && now - deadline >= 0) {
                expired = true;
                thread.interrupt();
            }
        }

        /** {@return whether the Java thread was interrupted because the operation took too long} */
        public synchronized boolean isExpired() {
            return expired;
        }

        /** {@return whether the operation has ended} */
        public synchronized boolean isClosed() {
            return done;
        }

        /** Ends the operation and removes the interruption by this guard. Has no effect after the first call. */
        @Override
        public void close() {
            guards.remove(this);
            synchronized (this) {
                if (!done && expired) {
                    Thread.interrupted();
                }
                done = true;
            }
        }
    }
}
