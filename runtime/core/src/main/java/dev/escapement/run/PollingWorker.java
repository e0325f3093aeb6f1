package dev.escapement.run;

import dev.escapement.run.WorkerState.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A worker with one Java thread that polls the store. It never claims more threads than it can execute at once. */
final class PollingWorker implements Worker {

    private static final Duration MAX_DELAY = Duration.ofSeconds(10);
    private static final Duration INTERRUPTION_TIME = Duration.ofSeconds(5);
    private static final String NAME = "escapement-worker-";

    private final WorkerConfig config;
    private final WorkerState state;
    private final List<ScheduleTicks> schedules;
    private final BackOff backOff;
    private final DriveThreads threads = new DriveThreads();
    private final Thread poller = new Thread(this::poll, NAME + "poll");
    private final CountDownLatch closed = new CountDownLatch(1);
    private long started;

    PollingWorker(WorkerConfig config) {
        this.config = config;
        this.state = new WorkerState(config.concurrency());
        this.schedules = config.runners().entrySet().stream()
                .map(entry -> entry.getValue().forAgent(entry.getKey()))
                .flatMap(runner ->
                        runner.schedules().stream().map(schedule -> new ScheduleTicks(config, state, runner, schedule)))
                .toList();
        this.backOff = new BackOff(MAX_DELAY, config.random());
    }

    void start() {
        poller.setDaemon(false);
        poller.start();
    }

    @Override
    public void wake() {
        state.wake();
    }

    @Override
    public WorkerStatus status() {
        return state.status();
    }

    private void poll() {
        int failures = 0;
        while (!state.isDraining()) {
            Duration pause;
            try {
                Instant now = config.clock().instant();
                schedules.forEach(ScheduleTicks::fireIfDue);
                claim();
                state.polled(now);
                failures = 0;
                pause = backOff.varied(config.pollTime(), 1, 1.25);
            } catch (RuntimeException | Error failure) { // a fatal error must not end all work silently
                failures++;
                pause = backOff.after(failures);
                state.failed(failure);
                RunLog.log(
                        Worker.class,
                        System.Logger.Level.WARNING,
                        WorkerMessages.pollFailed(pause.toMillis()),
                        failure);
            }
            try {
                state.awaitPoll(pause, failures > 0);
            } catch (InterruptedException e) {
                return; // by close, after the drain time
            }
        }
    }

    private void claim() {
        int free = state.free();
        if (free == 0) {
            return; // the end of an execution requests a poll
        }
        renewExpiring();
        List<ThreadQueue.Claim> claims = config.queue().claim(config.runners().keySet(), free, config.leaseTime());
        int begun = 0;
        try {
            while (begun < claims.size() && begin(claims.get(begun))) {
                begun++;
            }
        } finally {
            claims.subList(begun, claims.size()).forEach(claim -> state.release(claim.lease()));
        }
    }

    /**
     * Renews expired leases of running executions, which the store could not renew in time. Otherwise, the worker would
     * claim the threads that it executes. A failure of the store prevents the claim, but not that of one thread: a store
     * that reports it refuses a claim of that thread.
     */
    private void renewExpiring() {
        List<ThreadStore.Lease> expiring = state.expiring();
        if (expiring.isEmpty()) {
            return;
        }
        try {
            config.queue().renew(expiring);
        } catch (CorruptThreadException | NewerThreadException e) {
            state.failed(e);
        } catch (StoreException e) {
            if (e.threadId().isEmpty()) {
                throw e;
            }
            state.failed(e);
        }
    }

    /** Begins an execution. Returns {@code false} if the worker is draining. */
    private boolean begin(ThreadQueue.Claim claim) {
        Runner runner = Objects.requireNonNull(config.runners().get(claim.agent()), claim::agent);
        DriveTask task = new DriveTask(config, state, runner, claim);
        if (!state.begin(task)) {
            return false;
        }
        started++;
        try {
            threads.start(NAME + started, task);
            return true;
        } catch (RuntimeException | Error e) { // for example if no more Java threads can be created
            state.end(task, Ending.RELEASED);
            throw e;
        }
    }

    @Override
    public void close() {
        if (state.drain()) {
            try {
                drain();
            } finally {
                closed.countDown();
            }
        } else {
            awaitClosed();
        }
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        boolean interrupted = false;
        long deadline = System.nanoTime() + config.drainTime().toNanos();
        List<DriveTask> running;
        try {
            TimeUnit.NANOSECONDS.timedJoin(poller, deadline - System.nanoTime());
            running = state.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        } catch (InterruptedException e) {
            interrupted = true;
            running = state.running();
        }
        poller.interrupt();
        if (!running.isEmpty()) {
            interrupted |= interrupt(running);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts executions and waits for their end. Returns whether the caller's Java thread was interrupted. */
    private boolean interrupt(List<DriveTask> running) {
        RunLog.log(Worker.class, System.Logger.Level.WARNING, WorkerMessages.interrupting(ids(running)));
        running.forEach(DriveTask::interrupt);
        try {
            List<DriveTask> rest = state.awaitEnd(INTERRUPTION_TIME);
            if (!rest.isEmpty()) {
                RunLog.log(Worker.class, System.Logger.Level.WARNING, WorkerMessages.notInterrupted(ids(rest)));
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static List<String> ids(List<DriveTask> tasks) {
        return tasks.stream().map(DriveTask::threadId).toList();
    }
}
