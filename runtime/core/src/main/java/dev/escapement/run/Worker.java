package dev.escapement.run;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A worker that executes threads in the background. It claims the threads of its agents that are due: threads that a
 * person's decision continues, that another process left, that failed before, or whose deadline has passed. It also
 * starts threads at the ticks of {@linkplain dev.escapement.Trigger#schedule schedules}, each tick once in all processes
 * that use the store. Safe for concurrent use.
 *
 * <pre>{@code
 * Worker worker = Worker.of(store, runner).concurrency(32).start();
 * ThreadInbox.of(store).approve("case-1042", "call-1", Approver.of("alice"));
 * worker.wake(); // does not wait for the next poll
 *
 * // before the end of the process
 * worker.close();
 * }</pre>
 *
 * <p>An execution that fails is repeated after a delay of 1 second, which doubles up to 5 minutes. After the
 * {@linkplain Builder#maxAttempts maximum number of attempts} without a new event, the thread is parked: it is not due
 * before a decision, {@link ThreadQueue#wake} or {@link Runner#resume(String)}. A failure of the store delays the next
 * poll and does not end the worker.
 *
 * <p>An idle worker polls its store about once a second. The Java thread that polls prevents the exit of the JVM until the
 * worker is {@linkplain #close closed}; executions run on virtual threads where the JDK supports them, otherwise on
 * daemon threads. Their names begin with {@code escapement-worker-}. The worker does not install a shutdown hook.
 */
public interface Worker extends AutoCloseable {

    /**
     * Returns a builder for a worker.
     *
     * @param store the store of the runners
     * @param first a runner of the agent whose threads the worker executes
     * @param more runners of other agents
     * @return a builder
     * @throws IllegalArgumentException if the store is not a {@link ThreadQueue}, a runner uses another store, or two
     *     runners have the same agent
     */
    static Builder of(ThreadStore store, Runner first, Runner... more) {
        List<Runner> runners = new ArrayList<>(List.of(first));
        runners.addAll(List.of(more));
        return new Builder(Objects.requireNonNull(store, "store"), runners);
    }

    /** Polls the store at once, for example after a decision was recorded in this process. Returns immediately. */
    void wake();

    /**
     * Returns the progress and health of this worker. Does not access the store.
     *
     * @return the current status
     */
    WorkerStatus status();

    /**
     * Stops claiming threads and waits for running executions, which end after their current request or step. After the
     * {@linkplain Builder#drainTime drain time}, the remaining executions are interrupted; steps recover as their {@link dev.escapement.Effect} specifies. All leases are
     * released, except those of steps that ignore the interruption for 5 seconds, which are released when the step
     * returns. If another caller closes the worker, waits for the end of its call. If the calling Java thread is interrupted,
     * the drain time ends at once.
     */
    @Override
    void close();

    /** A builder of workers. */
    final class Builder {

        final ThreadStore store;
        final List<Runner> runners;
        int concurrency = 16;
        int maxAttempts = FailedExecutions.MAX_ATTEMPTS;
        Duration leaseTime = Duration.ofSeconds(30);
        Duration drainTime = Duration.ofSeconds(30);
        Duration pollTime = Duration.ofSeconds(1);
        Clock clock = Clock.systemUTC();

        private Builder(ThreadStore store, List<Runner> runners) {
            WorkerConfig.requireQueue(store);
            WorkerConfig.requireDistinctAgents(runners);
            WorkerConfig.requireStore(store, runners);
            this.store = store;
            this.runners = List.copyOf(runners);
        }

        /** Sets the maximum number of threads that are executed at the same time. Default: 16. */
        public Builder concurrency(int concurrency) {
            this.concurrency = WorkerConfig.requirePositive("concurrency", concurrency);
            return this;
        }

        /** Sets the number of failed executions without a new event after which a thread is parked. Default: 10. */
        public Builder maxAttempts(int maxAttempts) {
            this.maxAttempts = WorkerConfig.requirePositive("maxAttempts", maxAttempts);
            return this;
        }

        /**
         * Sets the time of the leases of claimed threads, which the runners renew at a third of it. Default: 30 s.
         */
        public Builder leaseTime(Duration leaseTime) {
            this.leaseTime = WorkerConfig.requirePositive("leaseTime", leaseTime);
            return this;
        }

        /** Sets the time for which {@link Worker#close} waits before it interrupts executions. Default: 30 s. */
        public Builder drainTime(Duration drainTime) {
            this.drainTime = WorkerConfig.requireNotNegative("drainTime", drainTime);
            return this;
        }

        /**
         * Sets the time between two polls of an idle worker, to which up to a quarter is added at random, so that workers
         * do not poll at the same moment. Default: 1 s.
         */
        public Builder pollTime(Duration pollTime) {
            this.pollTime = WorkerConfig.requirePositive("pollTime", pollTime);
            return this;
        }

        /**
         * Sets the clock with which the worker waits for the ticks of schedules. The {@linkplain ThreadQueue#time clock of
         * the store} determines whether a tick is due. Default: the system clock in UTC.
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Returns a new worker, which is running.
         *
         * @return the worker
         */
        public Worker start() {
            PollingWorker worker = new PollingWorker(WorkerConfig.of(this));
            worker.start();
            return worker;
        }
    }
}
