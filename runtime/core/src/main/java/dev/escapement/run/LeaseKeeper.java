package dev.escapement.run;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The renewal of the leases that a runner holds, at a third of the shortest of their times. One daemon Java thread renews
 * all leases. It starts when a lease must be renewed, and ends when no lease is held at the time of a renewal. A failed
 * renewal has no other effect than a log entry: before each step, the driver checks the lease itself.
 */
final class LeaseKeeper implements Runnable {

    private final ThreadStore store;
    private final Duration leaseTime;

    /** Guarded by this. */
    private final Set<ThreadStore.Lease> held = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A third of the shortest time of the held leases, while they are renewed. Guarded by this. */
    private long intervalNanos = Long.MAX_VALUE;

    /** The Java thread that renews, or null if it is not running. Guarded by this. */
    private @Nullable Thread renewer;

    /** A registration of a lease, which ends the renewal when it is closed. */
    record Registration(LeaseKeeper keeper, ThreadStore.Lease lease) implements AutoCloseable {
        @Override
        public void close() {
            keeper.release(lease);
        }
    }

    LeaseKeeper(ThreadStore store, Duration leaseTime) {
        this.store = store;
        this.leaseTime = leaseTime;
    }

    /** Returns the time with which the runner acquires leases. Leases that it receives can have another time. */
    Duration leaseTime() {
        return leaseTime;
    }

    /**
     * Throws an exception if a lease is superseded. Renews a lease whose time may have expired, for example because the
     * process was stopped. To be called before each action that a second driver must not repeat.
     *
     * @throws LeaseLostException if the lease is superseded
     */
    static void requireHeld(ThreadStore.Lease lease) {
        if (!lease.isHeld() && !StoreRetry.whileBusy(lease::renew)) {
            throw new LeaseLostException(lease.threadId());
        }
    }

    /** Renews a lease until the registration is closed. */
    synchronized Registration keep(ThreadStore.Lease lease) {
        held.add(lease);
        long interval = intervalNanos(lease);
        if (renewer == null) {
            schedule(interval);
        } else if (interval < intervalNanos) {
            intervalNanos = interval;
            notifyAll();
        }
        return new Registration(this, lease);
    }

    private void schedule(long interval) {
        try {
            RenewalTimer.SHARED.schedule(this, interval);
        } catch (OutOfMemoryError e) { // the process has too many Java threads; the driver renews before each step
            warn(e);
        }
    }

    /** Starts the renewal of the held leases, now and at each interval. Called by the {@link RenewalTimer}. */
    @Override
    public synchronized void run() {
        if (renewer != null || held.isEmpty()) {
            return;
        }
        Thread thread = new Thread(null, this::renewUntilUnused, "escapement-leases", 0, false);
        thread.setDaemon(true);
        try {
            thread.start();
            renewer = thread;
        } catch (OutOfMemoryError e) {
            warn(e);
        }
    }

    private synchronized void release(ThreadStore.Lease lease) {
        held.remove(lease);
        if (held.isEmpty()) {
            RenewalTimer.SHARED.cancel(this);
        }
    }

    private void renewUntilUnused() {
        try {
            for (List<ThreadStore.Lease> leases = held(); !leases.isEmpty(); leases = next()) {
                renew(leases);
            }
        } catch (InterruptedException e) {
            ended();
        } catch (Throwable e) {
            failed();
            throw e;
        }
    }

    private synchronized void ended() {
        renewer = null;
    }

    /** Schedules another attempt after an unexpected error, such as one because of which a failure could not be logged. */
    private synchronized void failed() {
        renewer = null;
        if (!held.isEmpty()) {
            schedule(intervalNanos);
        }
    }

    /** Waits for an interval, and returns the leases to renew. */
    private synchronized List<ThreadStore.Lease> next() throws InterruptedException {
        long begin = System.nanoTime();
        for (long left = intervalNanos; left > 0; left = intervalNanos - (System.nanoTime() - begin)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return held();
    }

    /** Returns the leases to renew, and determines the next interval. If the result is empty, the Java thread ends. */
    private synchronized List<ThreadStore.Lease> held() {
        if (held.isEmpty()) {
            ended();
        }
        intervalNanos = Long.MAX_VALUE;
        for (ThreadStore.Lease lease : held) {
            intervalNanos = Math.min(intervalNanos, intervalNanos(lease));
        }
        return List.copyOf(held);
    }

    private static long intervalNanos(ThreadStore.Lease lease) {
        return Math.max(1, TimeUnit.NANOSECONDS.convert(lease.time()) / 3);
    }

    private void renew(List<ThreadStore.Lease> leases) {
        if (!(store instanceof ThreadQueue queue) || !renewTogether(queue, leases)) {
            leases.forEach(this::renew);
        }
    }

    /** Renews leases in one operation. Returns whether no further attempt can be successful. */
    private static boolean renewTogether(ThreadQueue queue, List<ThreadStore.Lease> leases) {
        try {
            queue.renew(leases);
            return true;
        } catch (StoreException e) {
            warn(e);
            return e.reason() == StoreException.Reason.UNAVAILABLE;
        } catch (RuntimeException | Error e) {
            warn(e);
            return false;
        }
    }

    private void renew(ThreadStore.Lease lease) {
        try {
            if (!lease.renew()) {
                release(lease);
            }
        } catch (RuntimeException | Error e) {
            warn(e);
        }
    }

    static void warn(Throwable failure) {
        RunLog.log(LeaseKeeper.class, System.Logger.Level.WARNING, DriveMessages.RENEWAL_FAILED, failure);
    }
}
