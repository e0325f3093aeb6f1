package dev.escapement.run;

import dev.escapement.internal.failure.Failures;
import dev.escapement.run.WorkerState.Ending;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The execution of one claimed thread. */
final class DriveTask implements Runnable {

    private final WorkerConfig config;
    private final WorkerState state;
    private final Runner runner;
    private final ThreadQueue.Claim claim;
    private @Nullable Thread executing;
    private boolean interrupted;

    DriveTask(WorkerConfig config, WorkerState state, Runner runner, ThreadQueue.Claim claim) {
        this.config = config;
        this.state = state;
        this.runner = runner;
        this.claim = claim;
    }

    ThreadStore.Lease lease() {
        return claim.lease();
    }

    String threadId() {
        return claim.lease().threadId();
    }

    /** Interrupts the execution. */
    synchronized void interrupt() {
        interrupted = true;
        if (executing != null) {
            executing.interrupt();
        }
    }

    private synchronized void begin() {
        executing = Thread.currentThread();
        if (interrupted) {
            executing.interrupt();
        }
    }

    /** Ends the time in which the Java thread can be interrupted. Returns whether the worker interrupted it. */
    private synchronized boolean finish() {
        executing = null;
        Thread.interrupted(); // clears the flag, so that the store can be used
        return interrupted;
    }

    @Override
    public void run() {
        Ending ending = Ending.RELEASED;
        try {
            ending = execute();
        } finally {
            state.end(this, ending);
        }
    }

    private Ending execute() {
        begin();
        try {
            drive();
            finish();
            return Ending.COMPLETED;
        } catch (RuntimeException | Error failure) {
            return finish() || isStopped(failure) || Failures.anyCause(failure, this::isOfOthers)
                    ? release()
                    : repeat(failure);
        }
    }

    private void drive() {
        runner.drive(claim, state::isDraining);
    }

    /** Returns whether the execution ended after a command because the worker is draining. */
    private boolean isStopped(Throwable failure) {
        return failure instanceof DriveInterruptedException && state.isDraining();
    }

    /** Returns whether a failure means that this process must not continue the thread, which may be deleted. */
    private boolean isOfOthers(Throwable failure) {
        // Steps can use other threads, for which such a failure is one of the step.
        return (failure instanceof LeaseLostException lost && lost.threadId().equals(threadId()))
                || (failure instanceof ErasedThreadException erased
                        && erased.threadId().equals(threadId()))
                || (failure instanceof UnknownThreadException unknown
                        && unknown.threadId().equals(threadId()));
    }

    /** Closes the lease, which also a runner other than ours should have done. */
    private Ending release() {
        state.release(claim.lease());
        return Ending.RELEASED;
    }

    /** Returns the claim with the events of a failed execution, with which the store reset the number of attempts. */
    private ThreadQueue.Claim failed(Throwable failure) {
        AtomicInteger size = new AtomicInteger(claim.size());
        boolean hasProgressed = Failures.anyCause(
                failure,
                cause -> cause instanceof DriveException drive
                        && size.accumulateAndGet(drive.thread().events().size(), Math::max) > claim.size());
        return new ThreadQueue.Claim(claim.lease(), claim.agent(), hasProgressed ? 0 : claim.attempts(), size.get());
    }

    private Ending repeat(Throwable failure) {
        state.failed(failure);
        ThreadQueue.Claim failed = failed(failure);
        int attempts = failed.attempts() + 1;
        boolean park = attempts >= config.maxAttempts();
        try {
            if (park) {
                config.queue().park(failed);
                RunLog.log(
                        Worker.class, System.Logger.Level.ERROR, WorkerMessages.parked(threadId(), attempts), failure);
            } else {
                Duration delay = new BackOff(FailedExecutions.MAX_DELAY, config.random()).after(attempts);
                config.queue().retry(failed, delay);
                RunLog.log(
                        Worker.class,
                        System.Logger.Level.WARNING,
                        WorkerMessages.retried(threadId(), attempts, delay.toMillis()),
                        failure);
            }
            return park ? Ending.PARKED : Ending.RETRIED;
        } catch (RuntimeException e) {
            e.addSuppressed(failure);
            state.failed(e);
            RunLog.log(Worker.class, System.Logger.Level.WARNING, WorkerMessages.notReturned(threadId()), e);
            return Ending.RETRIED;
        }
    }
}
