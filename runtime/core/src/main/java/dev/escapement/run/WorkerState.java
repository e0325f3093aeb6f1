package dev.escapement.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state that the Java threads of a worker share: running executions, signals, and numbers for the status. */
final class WorkerState {

    private final int concurrency;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<DriveTask> running = new LinkedHashSet<>();
    private boolean draining;
    private boolean pollNow;
    private long claimed;
    private long completed;
    private long failed;
    private long parked;
    private long fired;
    private @Nullable Instant lastPoll;
    private @Nullable String lastFailure;

    WorkerState(int concurrency) {
        this.concurrency = concurrency;
    }

    /** The effect of a finished execution on the status. */
    enum Ending {
        COMPLETED,
        /** The execution was interrupted by the worker, or another process continues the thread. */
        RELEASED,
        RETRIED,
        PARKED
    }

    /** Returns the number of executions that can begin. */
    int free() {
        return locked(() -> draining ? 0 : concurrency - running.size());
    }

    /**
     * Adds an execution.
     *
     * @return {@code false} if the worker is draining
     */
    boolean begin(DriveTask task) {
        return locked(() -> {
            if (draining) {
                return false;
            }
            claimed++;
            return running.add(task);
        });
    }

    /** Returns the leases of running executions whose time has expired or is about to expire. */
    List<ThreadStore.Lease> expiring() {
        List<ThreadStore.Lease> leases =
                locked(() -> running.stream().map(DriveTask::lease).toList());
        return leases.stream().filter(lease -> !lease.isHeld()).toList();
    }

    /** Removes an execution, and requests a poll. */
    void end(DriveTask task, Ending ending) {
        update(() -> {
            running.remove(task);
            pollNow = true;
            completed += ending == Ending.COMPLETED ? 1 : 0;
            failed += ending == Ending.RETRIED || ending == Ending.PARKED ? 1 : 0;
            parked += ending == Ending.PARKED ? 1 : 0;
        });
    }

    /** Releases a lease. A failure is logged: others can acquire the lease when its time expires. */
    void release(ThreadStore.Lease lease) {
        try {
            lease.close();
        } catch (RuntimeException e) {
            failed(e);
            RunLog.log(Worker.class, System.Logger.Level.WARNING, WorkerMessages.notReleased(lease.threadId()), e);
        }
    }

    /** Requests a poll. */
    void wake() {
        update(() -> pollNow = true);
    }

    /** Records a successful poll. */
    void polled(Instant now) {
        update(() -> lastPoll = now);
    }

    /** Records that a tick of a schedule was fired. */
    void fired() {
        update(() -> fired++);
    }

    /** Records a failure of the store, a trigger or an execution. */
    void failed(Throwable failure) {
        String text = failure.toString();
        update(() -> lastFailure = text);
    }

    /** Stops the beginning of executions. Returns {@code false} if it was stopped before. */
    boolean drain() {
        return locked(() -> {
            boolean first = !draining;
            draining = true;
            changed.signalAll();
            return first;
        });
    }

    boolean isDraining() {
        return locked(() -> draining);
    }

    /**
     * Waits until a poll is requested, the worker drains, or a time has passed.
     *
     * @param ignoringRequests whether requests for a poll do not end the wait
     */
    void awaitPoll(Duration time, boolean ignoringRequests) throws InterruptedException {
        lock.lock();
        try {
            long nanos = time.toNanos();
            while (nanos > 0 && !draining && (ignoringRequests || !pollNow)) {
                nanos = changed.awaitNanos(nanos);
            }
            pollNow = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all executions have ended or a time has passed, and returns the executions that have not ended. */
    List<DriveTask> awaitEnd(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long nanos = time.toNanos();
            while (nanos > 0 && !running.isEmpty()) {
                nanos = changed.awaitNanos(nanos);
            }
            return List.copyOf(running);
        } finally {
            lock.unlock();
        }
    }

    List<DriveTask> running() {
        return locked(() -> new ArrayList<>(running));
    }

    WorkerStatus status() {
        return locked(() -> new WorkerStatus(
                running.stream().map(DriveTask::threadId).toList(),
                claimed,
                completed,
                failed,
                parked,
                fired,
                Optional.ofNullable(lastPoll),
                Optional.ofNullable(lastFailure),
                draining));
    }

    private void update(Runnable change) {
        locked(() -> {
            change.run();
            changed.signalAll();
            return changed;
        });
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
