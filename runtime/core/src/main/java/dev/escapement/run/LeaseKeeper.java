package dev.escapement.run;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The renewal of the leases that a runner holds, at a third of their time. One daemon Java thread renews all leases. It
 * starts with the first lease, and ends when no lease is held at the time of a renewal. A failed renewal has no other
 * effect than a log entry: before each step, the driver checks the lease itself.
 */
final class LeaseKeeper {

    private final ThreadStore store;
    private final Duration leaseTime;
    private final long intervalNanos;

    /** Guarded by this. */
    private final Set<ThreadStore.Lease> held = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The Java thread that renews, or null if it is not running. Guarded by this. */
    private @Nullable Thread renewer;

    /** A registration of a lease, which ends the renewal when it is closed. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    LeaseKeeper(ThreadStore store, Duration leaseTime) {
        this.store = store;
        this.leaseTime = leaseTime;
        this.intervalNanos = Math.max(1, leaseTime.toNanos() / 3);
    }

    /** Returns the time of the leases. */
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
        if (renewer == null) {
            start();
        }
        return () -> release(lease);
    }

    private void start() {
        Thread thread = new Thread(null, this::renewUntilUnused, "escapement-leases", 0, false);
        thread.setDaemon(true);
        try {
            thread.start();
            renewer = thread;
        } catch (OutOfMemoryError e) { // the process has too many Java threads; the driver renews before each step
            warn(e);
        }
    }

    private synchronized void release(ThreadStore.Lease lease) {
        held.remove(lease);
    }

    private void renewUntilUnused() {
        try {
            for (List<ThreadStore.Lease> leases = next(); !leases.isEmpty(); leases = next()) {
                renew(leases);
            }
        } catch (InterruptedException e) {
            ended();
        } catch (Throwable e) {
            ended();
            throw e;
        }
    }

    private synchronized void ended() {
        renewer = null;
    }

    /** Waits for an interval, and returns the leases to renew. If the result is empty, the Java thread ends. */
    private synchronized List<ThreadStore.Lease> next() throws InterruptedException {
        long end = System.nanoTime() + intervalNanos;
        for (long left = intervalNanos; left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        if (held.isEmpty()) {
            ended();
        }
        return List.copyOf(held);
    }

    private void renew(List<ThreadStore.Lease> leases) {
        try {
            if (store instanceof ThreadQueue queue) {
                queue.renew(leases);
            } else {
                leases.forEach(this::renew);
            }
        } catch (RuntimeException | Error e) {
            warn(e);
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

    private static void warn(Throwable failure) {
        RunLog.log(LeaseKeeper.class, System.Logger.Level.WARNING, DriveMessages.RENEWAL_FAILED, failure);
    }
}
