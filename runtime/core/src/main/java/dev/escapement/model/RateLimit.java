package dev.escapement.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A limit on the number of requests in any period of a given length. Requests over the limit wait and start in order of
 * arrival. Models that share a quota should share one limit. Counts requests of this process only. Safe for concurrent
 * use.
 *
 * <pre>{@code
 * RateLimit limit = RateLimit.of(60, Duration.ofMinutes(1));
 * Model limited = new RateLimitedModel(model, limit);
 * }</pre>
 */
public final class RateLimit {

    /** A strategy for delaying requests, replaceable in tests. */
    @FunctionalInterface
    interface Delay {

        /** Blocks for a given number of nanoseconds. */
        void sleep(long nanos) throws InterruptedException;
    }

    private final int requests;
    private final long period;
    private final LongSupplier nanoTime;
    private final Delay pause;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Deque<Long> begun = new ArrayDeque<>();

    RateLimit(int requests, Duration period, LongSupplier nanoTime, Delay pause) {
        if (requests < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "a rate limit requires at least one request in a positive time, not " + requests + " in " + period);
        }
        this.requests = requests;
        this.period = period.toNanos();
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * Returns a limit on the number of requests in any period of a given length.
     *
     * @param requests the maximum number of requests that start in any period of this length, 1 or more
     * @param period the length of the period, more than zero and at most 292 years
     * @return the limit
     */
    public static RateLimit of(int requests, Duration period) {
        return new RateLimit(requests, period, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    /**
     * Blocks until a request may start, and counts the request.
     *
     * @throws InterruptedException if the current Java thread is interrupted; the request is not counted in this case
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
