package dev.escapement.spring.actuate;

import dev.escapement.run.WorkerStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The health of the store and the worker, independent of the line of Spring Boot. Stuck threads do not affect it, because a
 * restart does not repair them. Does not contain messages of exceptions. Safe for concurrent use.
 */
public final class AgentHealth {
    private final ThreadStatistics statistics;
    private final Duration maxPollAge;
    private final Clock clock;

    /**
     * Creates the health.
     *
     * @param statistics the statistics of the threads
     * @param maxPollAge the age of the last poll from which the worker is not healthy
     * @param clock the clock
     */
    public AgentHealth(ThreadStatistics statistics, Duration maxPollAge, Clock clock) {
        this.statistics = statistics;
        this.maxPollAge = maxPollAge;
        this.clock = clock;
    }

    /** The status, with the names of Spring Boot. */
    public enum HealthStatus {
        /** The store is available, and the worker polls it. */
        UP,
        /** The store is not available, or the last poll is too old. */
        DOWN,
        /** The worker was closed. */
        OUT_OF_SERVICE,
        /** The worker has not polled yet. */
        UNKNOWN
    }

    /**
     * The result of a check.
     *
     * @param status the status
     * @param details texts and numbers by name
     */
    public record HealthCheck(HealthStatus status, Map<String, Object> details) {
        public HealthCheck {
            details = Map.copyOf(details);
        }
    }

    /** {@return the current health} */
    public HealthCheck check() {
        Map<String, Object> details = new LinkedHashMap<>();
        try {
            statistics.requireStore();
            details.put("store", "available");
        } catch (RuntimeException e) {
            details.put("store", "unavailable");
            details.put("error", e.getClass().getName());
            return new HealthCheck(HealthStatus.DOWN, details);
        }
        Optional<WorkerStatus> worker = statistics.worker();
        if (worker.isEmpty()) {
            details.put("worker", "none");
            return new HealthCheck(HealthStatus.UP, details);
        }
        details.put("worker", worker.get().draining() ? "draining" : "started");
        details.put("running", worker.get().running().size());
        worker.get().lastPoll().ifPresent(time -> details.put("lastPoll", time.toString()));
        return new HealthCheck(status(worker.get()), details);
    }

    private HealthStatus status(WorkerStatus worker) {
        if (worker.draining()) {
            return HealthStatus.OUT_OF_SERVICE;
        }
        return worker.lastPoll()
                .map(time -> time.plus(maxPollAge).isBefore(clock.instant()) ? HealthStatus.DOWN : HealthStatus.UP)
                .orElse(HealthStatus.UNKNOWN);
    }
}
