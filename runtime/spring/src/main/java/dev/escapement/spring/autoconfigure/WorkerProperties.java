package dev.escapement.spring.autoconfigure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the worker.
 *
 * @param enabled Whether this process executes threads in the background.
 * @param concurrency Maximum number of threads that are executed at the same time.
 * @param drainTime Time for which a shutdown waits before it interrupts executions. Default: 6 seconds less than
 *     spring.lifecycle.timeout-per-shutdown-phase.
 * @param pollTime Time between two polls of an idle worker, to which up to a quarter is added at random.
 * @param leaseTime Time of the leases of claimed threads, which are renewed at a third of it.
 * @param maxAttempts Number of failed executions without a new event after which a thread is parked.
 */
@ConfigurationProperties("escapement.worker")
public record WorkerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("16") int concurrency,
        @Nullable Duration drainTime,
        @DefaultValue("1s") Duration pollTime,
        @DefaultValue("30s") Duration leaseTime,
        @DefaultValue("10") int maxAttempts) {

    /** The time that a worker needs after the drain time to interrupt executions. */
    private static final Duration INTERRUPTION_TIME = Duration.ofSeconds(6);

    /** The limits of runners, which claim threads for the same time. */
    private static final Duration MIN_LEASE_TIME = Duration.ofMillis(100);

    private static final Duration MAX_LEASE_TIME = Duration.ofDays(1);

    public WorkerProperties {
        require(concurrency >= 1, "concurrency", "at least 1", concurrency);
        require(drainTime == null || !drainTime.isNegative(), "drain-time", "0 or more", drainTime);
        require(pollTime.compareTo(Duration.ZERO) > 0, "poll-time", "more than 0", pollTime);
        require(
                leaseTime.compareTo(MIN_LEASE_TIME) >= 0 && leaseTime.compareTo(MAX_LEASE_TIME) <= 0,
                "lease-time",
                "100 ms to 1 day",
                leaseTime);
        require(maxAttempts >= 1, "max-attempts", "at least 1", maxAttempts);
    }

    private static void require(boolean valid, String name, String rule, @Nullable Object value) {
        if (!valid) {
            throw new IllegalArgumentException(
                    "The property escapement.worker." + name + " must be " + rule + ", not " + value + ".");
        }
    }

    /**
     * Returns the drain time with which the worker stops within a shutdown phase.
     *
     * @param phase the time of the shutdown phase
     * @return the configured time; otherwise that of the phase without 6 seconds, but at least half of it
     */
    Duration drainTimeWithin(Duration phase) {
        if (drainTime != null) {
            return drainTime;
        }
        Duration rest = phase.minus(INTERRUPTION_TIME);
        Duration half = phase.dividedBy(2);
        return rest.compareTo(half) > 0 ? rest : half;
    }
}
