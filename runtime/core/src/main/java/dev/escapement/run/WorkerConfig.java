package dev.escapement.run;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The settings of a worker.
 *
 * @param queue the queue of the store
 * @param runners the runners by the names of their agents
 * @param concurrency the maximum number of executions at the same time
 * @param maxAttempts the number of failed executions after which a thread is parked
 * @param leaseTime the time of leases
 * @param drainTime the time before executions are interrupted
 * @param pollTime the minimum time between two polls of an idle worker
 * @param clock the clock with which schedules wait for ticks
 * @param nanoTime the monotonic clock, in nanoseconds
 * @param random numbers from 0 to 1, with which delays vary
 */
record WorkerConfig(
        ThreadQueue queue,
        Map<String, Runner> runners,
        int concurrency,
        int maxAttempts,
        Duration leaseTime,
        Duration drainTime,
        Duration pollTime,
        Clock clock,
        LongSupplier nanoTime,
        DoubleSupplier random) {

    /** The longest time, which does not overflow in nanoseconds together with the current time. */
    private static final Duration MAX_TIME = Duration.ofDays(36_500);

    WorkerConfig {
        drainTime = limited(drainTime);
        pollTime = limited(pollTime);
    }

    private static Duration limited(Duration time) {
        return time.compareTo(MAX_TIME) < 0 ? time : MAX_TIME;
    }

    /** Returns the settings of a builder. */
    static WorkerConfig of(Worker.Builder builder) {
        return new WorkerConfig(
                requireQueue(builder.store),
                requireDistinctAgents(builder.runners),
                builder.concurrency,
                builder.maxAttempts,
                builder.leaseTime,
                builder.drainTime,
                builder.pollTime,
                builder.clock,
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Returns a store as a queue. */
    static ThreadQueue requireQueue(ThreadStore store) {
        if (store instanceof ThreadQueue queue) {
            return queue;
        }
        throw new IllegalArgumentException(WorkerMessages.noQueue(store));
    }

    /** Returns runners by the names of their agents. */
    static Map<String, Runner> requireDistinctAgents(List<Runner> runners) {
        Map<String, Runner> byAgent = new LinkedHashMap<>();
        for (Runner runner : runners) {
            Set<String> agents = new LinkedHashSet<>(List.of(runner.agent()));
            agents.addAll(runner.agents());
            for (String agent : agents) {
                if (byAgent.putIfAbsent(agent, runner) != null) {
                    throw new IllegalArgumentException(WorkerMessages.sameAgent(agent));
                }
            }
        }
        return byAgent;
    }

    /** Throws an exception if a runner of Escapement uses another store. */
    static void requireStore(ThreadStore store, List<Runner> runners) {
        for (Runner runner : runners) {
            if (runner instanceof InProcessRunner own && own.store() != store) {
                throw new IllegalArgumentException(WorkerMessages.otherStore(runner.agent()));
            }
        }
    }

    static int requirePositive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(WorkerMessages.notPositive(name, number));
        }
        return number;
    }

    static Duration requirePositive(String name, Duration time) {
        if (requireNotNegative(name, time).isZero()) {
            throw new IllegalArgumentException(WorkerMessages.notPositive(name, time));
        }
        return time;
    }

    static Duration requireNotNegative(String name, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(WorkerMessages.negative(name, time));
        }
        return time;
    }
}
