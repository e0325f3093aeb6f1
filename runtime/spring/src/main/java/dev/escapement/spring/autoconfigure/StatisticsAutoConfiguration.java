package dev.escapement.spring.autoconfigure;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.spring.actuate.ThreadStatistics;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

/** The statistics that health, endpoint and gauges share. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = WorkerAutoConfiguration.class)
@ConditionalOnBean(AgentLoop.class)
public class StatisticsAutoConfiguration {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    ThreadStatistics escapementStatistics(
            ThreadStore store, ObjectProvider<AgentLoop> loops, ObjectProvider<Worker> workers) {
        return new ThreadStatistics(
                store,
                loops.orderedStream().map(AgentLoop::agent).toList(),
                () -> workers.stream().findFirst().map(Worker::status),
                Clock.systemUTC());
    }
}
