package dev.escapement.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How often a model may be asked: whoever comes too early waits, and whoever came first goes first. Give the same limit to
 * all models that share a quota. Safe for use by many threads; counts within one process.
 */
public final class RateLimit {

    /** Stands in for the pause between two looks at the clock, in tests. */
    @FunctionalInterface
    interface Pause {

        /** Waits. */
        void sleep(long nanos) throws InterruptedException;
    }

    private final int requests;
    private final long period;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Deque<Long> begun = new ArrayDeque<>();

    RateLimit(int requests, Duration period, LongSupplier nanoTime, Pause pause) {
        if (requests < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "a rate limit needs at least one request in some time, not " + requests + " in " + period);
        }
        this.requests = requests;
        this.period = period.toNanos();
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * A limit.
     *
     * @param requests how many requests may begin, 1 or more
     * @param period within which time, whenever that begins; more than zero, at most 292 years
     * @return the limit
     */
    public static RateLimit of(int requests, Duration period) {
        return new RateLimit(requests, period, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    /**
     * Waits until a request may begin, and counts it.
     *
     * @throws InterruptedException if the thread of execution was interrupted; the request is not counted then
     */
    public void acquire() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            long now = nanoTime.getAsLong();
            while (begun.size() == requests && now - begun.getFirst() < period) {
                pause.sleep(period - (now - begun.getFirst()));
                now = nanoTime.getAsLong();
            }
            if (begun.size() == requests) {
                begun.removeFirst();
            }
            begun.addLast(now);
        } finally {
            turn.unlock();
        }
    }
}
