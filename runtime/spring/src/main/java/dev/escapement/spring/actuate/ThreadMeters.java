package dev.escapement.spring.actuate;

import dev.escapement.spring.actuate.ThreadReport.OpenState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gauges of threads by agent and state. All gauges share one report, which is at most ten seconds old. */
public final class ThreadMeters implements MeterBinder {
    private static final Logger LOGGER = LoggerFactory.getLogger(ThreadMeters.class);

    private final ThreadStatistics statistics;

    /**
     * Creates the gauges.
     *
     * @param statistics the statistics of the threads
     */
    public ThreadMeters(ThreadStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String agent : statistics.agents()) {
            for (OpenState state : OpenState.values()) {
                Gauge.builder(MeterNames.THREADS, statistics, source -> count(source, agent, state))
                        .description("Threads that have not ended")
                        .tag(MeterNames.AGENT, agent.substring(agent.lastIndexOf('.') + 1))
                        .tag(MeterNames.STATE, state.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
    }

    /** Returns the number of threads; not a number if the store is not available or is not an index. */
    private static double count(ThreadStatistics statistics, String agent, OpenState state) {
        try {
            return statistics
                    .report()
                    .flatMap(report -> Optional.ofNullable(report.agents().get(agent)))
                    .map(threads -> (double) threads.count(state))
                    .orElse(Double.NaN);
        } catch (RuntimeException e) {
            LOGGER.debug("The threads cannot be counted: {}", e.getClass().getName());
            return Double.NaN;
        }
    }
}
