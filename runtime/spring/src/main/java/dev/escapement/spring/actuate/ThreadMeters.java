package dev.escapement.spring.actuate;

import dev.escapement.internal.text.AgentPath;
import dev.escapement.spring.actuate.ThreadReport.OpenState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gauges of threads by agent and state. Agents of one simple name share a gauge, as they share their other meters. All
 * gauges share one report, which is at most ten seconds old.
 */
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
        Map<String, List<String>> agents =
                statistics.agents().stream().collect(Collectors.groupingBy(AgentPath::simpleName));
        agents.forEach((name, classes) -> {
            for (OpenState state : OpenState.values()) {
                Gauge.builder(MeterNames.THREADS, statistics, source -> count(source, classes, state))
                        .description("Threads that have not ended")
                        .tag(MeterNames.AGENT, name)
                        .tag(MeterNames.STATE, state.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        });
    }

    /** Returns the number of threads; not a number if the store is not available or is not an index. */
    private static double count(ThreadStatistics statistics, List<String> agents, OpenState state) {
        try {
            return statistics
                    .report()
                    .map(report -> (double) agents.stream()
                            .map(report.agents()::get)
                            .filter(Objects::nonNull)
                            .mapToInt(threads -> threads.count(state))
                            .sum())
                    .orElse(Double.NaN);
        } catch (RuntimeException e) {
            LOGGER.debug("The threads cannot be counted: {}", e.getClass().getName());
            return Double.NaN;
        }
    }
}
