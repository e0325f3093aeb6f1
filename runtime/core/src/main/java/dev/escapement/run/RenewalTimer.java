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

    /** The times at which the renewal of keepers starts, in terms of {@link System#nanoTime}. Guarded by this. */
    private final Map<LeaseKeeper, Long> starts = new HashMap<>();

    /** The time at which the Java thread wakes up. Guarded by this. */
    private long wakeTime;

    /** The Java thread, or null if it is not running. Guarded by this. */
    private @Nullable Thread timer;

    private RenewalTimer() {}

    /**
     * Starts the renewal of a keeper after a delay, unless an earlier start is scheduled.
     *
     * @throws OutOfMemoryError if the process has too many Java threads
     */
    synchronized void schedule(LeaseKeeper keeper, long delayNanos) {
        long start = System.nanoTime() + delayNanos;
        Long scheduled = starts.get(keeper);
        if (scheduled != null && scheduled - start <= 0) {
            return;
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
        starts.put(keeper, start); // not if the Java thread cannot be created, so that the next lease tries again
    }

    /** Cancels the start of the renewal of a keeper, if one is scheduled. */
    synchronized void cancel(LeaseKeeper keeper) {
        starts.remove(keeper);
    }

    /** Runs the Java thread of the timer. */
    @Override
    public void run() {
        try {
            for (List<LeaseKeeper> due = next(); !due.isEmpty(); due = next()) {
                due.forEach(LeaseKeeper::startRenewal);
            }
        } catch (InterruptedException e) {
            ended();
        } catch (Throwable e) {
            ended();
            throw e;
        }
    }

    private synchronized void ended() {
        timer = null;
    }

    /** Waits until at least one renewal must start, and returns the keepers. If the result is empty, the Java thread ends. */
    private synchronized List<LeaseKeeper> next() throws InterruptedException {
        while (!starts.isEmpty()) {
            List<LeaseKeeper> due = due(System.nanoTime());
            if (!due.isEmpty()) {
                return due;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, wakeTime - System.nanoTime()));
        }
        ended();
        return List.of();
    }

    /** Removes and returns the keepers whose renewal must start, and determines the earliest time of the others. */
    private List<LeaseKeeper> due(long now) {
        List<LeaseKeeper> due = new ArrayList<>(0);
        wakeTime = now + Long.MAX_VALUE / 2;
        for (Iterator<Map.Entry<LeaseKeeper, Long>> all = starts.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<LeaseKeeper, Long> entry = all.next();
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
