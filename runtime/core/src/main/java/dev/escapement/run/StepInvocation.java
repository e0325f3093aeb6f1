package dev.escapement.run;

import dev.escapement.StepContext;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.ResultException;
import org.jspecify.annotations.Nullable;

/**
 * The invocation of a step under the lease of its thread and within the timeout of the runner. Used by one Java thread.
 */
class StepInvocation implements Interceptor.Invocation {

    private final RunnerConfig config;
    private final Command.RunStep step;
    private final ThreadStore.Lease lease;
    private @Nullable Throwable failure;

    StepInvocation(RunnerConfig config, Command.RunStep step, ThreadStore.Lease lease) {
        this.config = config;
        this.step = step;
        this.lease = lease;
    }

    final Command.RunStep step() {
        return step;
    }

    final RunnerConfig config() {
        return config;
    }

    final ThreadStore.Lease lease() {
        return lease;
    }

    @Override
    public Outcome run() throws Exception {
        requireLease();
        return run(step.context());
    }

    /** Runs the step with a given context. The caller has checked the lease. */
    final Outcome run(StepContext context) throws Exception {
        failure = null;
        StepTimeouts timeouts = config.stepTimeouts();
        if (timeouts == null) {
            return config.loop().run(step.call(), context);
        }
        StepTimeouts.Watch watch = watch(timeouts);
        boolean returned = false;
        try {
            Outcome outcome = config.loop().run(step.call(), context);
            returned = isSuccess(outcome);
            return outcome;
        } catch (ResultException e) {
            returned = true;
            throw e;
        } finally {
            if (watch.end() && !returned) {
                String message = DriveMessages.timedOut(step, timeouts.timeout());
                RunLog.log(StepInvocation.class, System.Logger.Level.WARNING, message);
                failure = new StepTimeoutException(message);
            }
        }
    }

    /** Throws an exception, which ends the execution of the thread, if the lease is superseded. */
    final void requireLease() {
        failure = null;
        try {
            LeaseKeeper.requireHeld(lease);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    /** Starts the time of the step. A failure of the timer is not a failure of the step, which has not begun. */
    private StepTimeouts.Watch watch(StepTimeouts timeouts) {
        try {
            return timeouts.watch();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    /** Sets the exception or error that ends the execution of the thread. */
    final void fail(Throwable thrown) {
        failure = thrown;
    }

    /** Throws the exception or error that ends the execution of the thread, if any. The outcome is not recorded. */
    final void throwFailure() {
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException exception) {
            throw exception;
        } else if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns whether an outcome proves that the method of the step returned, so that its writes can be committed. */
    static boolean isSuccess(@Nullable Outcome outcome) {
        return outcome != null && !(outcome instanceof Outcome.Failed) && !(outcome instanceof Outcome.InDoubt);
    }

    /**
     * Returns the outcome to record, after the interceptors have returned.
     *
     * @param reported the outcome that the interceptors returned, or the exception that they threw
     * @throws RuntimeException the failure that ends the execution of the thread
     */
    Outcome settled(Outcome reported) {
        throwFailure();
        return reported;
    }
}
