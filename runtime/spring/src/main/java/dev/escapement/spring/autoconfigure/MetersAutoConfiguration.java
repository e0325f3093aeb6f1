package dev.escapement.spring.autoconfigure;

import dev.escapement.spring.actuate.AgentMeters;
import dev.escapement.spring.actuate.ThreadMeters;
import dev.escapement.spring.actuate.ThreadStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The meters, if the application has a registry of Micrometer. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = StatisticsAutoConfiguration.class)
@ConditionalOnClass(name = "io.micrometer.core.instrument.MeterRegistry")
@ConditionalOnBean(type = "io.micrometer.core.instrument.MeterRegistry")
@ConditionalOnProperty(name = "escapement.metrics.enabled", matchIfMissing = true)
public class MetersAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AgentMeters escapementMeters(MeterRegistry registry) {
        return new AgentMeters(registry);
    }

    @Bean
    @ConditionalOnBean(ThreadStatistics.class)
    @ConditionalOnMissingBean
    ThreadMeters escapementThreadMeters(ThreadStatistics statistics) {
        return new ThreadMeters(statistics);
    }
}
