package dev.escapement.run;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The interruption of steps that exceed the timeout of a runner. One daemon Java thread, which ends when it is unused,
 * serves all steps.
 */
final class StepTimeouts {

    private static final long IDLE_SECONDS = 10;

    private final Duration timeout;
    private final ScheduledThreadPoolExecutor timer;

    StepTimeouts(Duration timeout) {
        this.timeout = timeout;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(null, task, "escapement-step-timeouts", 0, false);
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Returns the timeout. */
    Duration timeout() {
        return timeout;
    }

    /** Starts the time of a step that runs on the current Java thread. */
    Watch watch() {
        Watch watch = new Watch(Thread.currentThread());
        watch.start(timer, timeout);
        return watch;
    }

    /** The observation of one step. */
    static final class Watch implements Runnable {

        private final Thread worker;
        private @Nullable Runnable cancellation;

        /** Guarded by this. */
        private boolean ended;

        /** Guarded by this. */
        private boolean expired;

        /** Whether the Java thread was interrupted before the timeout. Guarded by this. */
        private boolean interruptedBefore;

        private Watch(Thread worker) {
            this.worker = worker;
        }

        private void start(ScheduledThreadPoolExecutor timer, Duration timeout) {
            var task = timer.schedule(this, TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
            cancellation = () -> task.cancel(false);
        }

        /** Interrupts the step unless it has ended. */
        @Override
        public synchronized void run() {
            if (!ended) {
                expired = true;
                interruptedBefore = worker.isInterrupted();
                worker.interrupt();
            }
        }

        /**
         * Ends the observation, on the Java thread of the step. An interruption by the timeout does not affect later
         * code.
         *
         * @return whether the step exceeded the timeout
         */
        synchronized boolean end() {
            ended = true;
            if (cancellation != null) {
                cancellation.run();
            }
            if (expired && Thread.interrupted() && interruptedBefore) {
                worker.interrupt();
            }
            return expired;
        }
    }
}
