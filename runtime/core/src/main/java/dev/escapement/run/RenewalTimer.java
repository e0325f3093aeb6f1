package dev.escapement.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The start of renewals when a lease has been held for a third of its time. Most executions end sooner, so that their
 * runners need no Java thread. One daemon Java thread, which ends when it is unused, serves all runners of the process. It
 * does not access stores, so that a slow store does not affect other runners. Safe for concurrent use.
 */
final class RenewalTimer implements Runnable {

    /** The timer of this process. */
    static final RenewalTimer SHARED = new RenewalTimer();

    /** The times at which renewals start, in terms of {@link System#nanoTime}. Guarded by this. */
    private final Map<Runnable, Long> starts = new HashMap<>();

    /** The time at which the Java thread wakes up. Guarded by this. */
    private long wakeTime;

    /** The Java thread, or null if it is not running. Guarded by this. */
    private @Nullable Thread timer;

    RenewalTimer() {}

    /**
     * Starts a renewal after a delay, unless an earlier start is scheduled. If the Java thread ended because of an error,
     * starts it again.
     *
     * @param renewal starts the renewal of a {@link LeaseKeeper}, and returns soon
     * @throws OutOfMemoryError if the process has too many Java threads
     */
    synchronized void schedule(Runnable renewal, long delayNanos) {
        long start = System.nanoTime() + delayNanos;
        Long scheduled = starts.get(renewal);
        if (scheduled != null && scheduled - start <= 0) {
            if (timer != null) {
                return;
            }
            start = scheduled;
        }
        if (timer == null) {
            wakeTime = start;
            Thread thread = new Thread(null, this, "escapement-lease-timer", 0, false);
            thread.setDaemon(true);
            thread.start();
            timer = thread;
        } else if (start - wakeTime < 0) {
            notifyAll();
        }
        starts.put(renewal, start); // not if the Java thread cannot be created, so that the next lease tries again
    }

    /** Cancels the start of a renewal, if one is scheduled. */
    synchronized void cancel(Runnable renewal) {
        starts.remove(renewal);
    }

    /** Runs the Java thread of the timer. */
    @Override
    public void run() {
        try {
            for (List<Runnable> due = next(); !due.isEmpty(); due = next()) {
                due.forEach(RenewalTimer::start);
            }
        } catch (InterruptedException e) {
            ended();
        } catch (Throwable e) {
            ended();
            throw e;
        }
    }

    /** Starts a renewal. A failure does not affect other renewals: the driver renews before each step. */
    private static void start(Runnable renewal) {
        try {
            renewal.run();
        } catch (RuntimeException | Error e) {
            LeaseKeeper.warn(e);
        }
    }

    private synchronized void ended() {
        timer = null;
    }

    /** Waits until at least one renewal must start, and returns the renewals. If the result is empty, the Java thread ends. */
    private synchronized List<Runnable> next() throws InterruptedException {
        while (!starts.isEmpty()) {
            List<Runnable> due = due(System.nanoTime());
            if (!due.isEmpty()) {
                return due;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, wakeTime - System.nanoTime()));
        }
        ended();
        return List.of();
    }

    /** Removes and returns the renewals that must start, and determines the earliest time of the others. */
    private List<Runnable> due(long now) {
        List<Runnable> due = new ArrayList<>(0);
        wakeTime = now + Long.MAX_VALUE / 2;
        for (Iterator<Map.Entry<Runnable, Long>> all = starts.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Runnable, Long> entry = all.next();
            if (entry.getValue() - now <= 0) {
                due.add(entry.getKey());
                all.remove();
            } else if (entry.getValue() - wakeTime < 0) {
                wakeTime = entry.getValue();
            }
        }
        return due;
    }
}
