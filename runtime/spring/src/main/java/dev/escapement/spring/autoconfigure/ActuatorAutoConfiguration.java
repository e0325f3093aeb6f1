package dev.escapement.spring.autoconfigure;

import dev.escapement.engine.AgentLoop;
import dev.escapement.spring.actuate.ActuatorHealthIndicator;
import dev.escapement.spring.actuate.AgentHealth;
import dev.escapement.spring.actuate.AgentInfoContributor;
import dev.escapement.spring.actuate.ContributedHealthIndicator;
import dev.escapement.spring.actuate.ThreadEndpoint;
import dev.escapement.spring.actuate.ThreadStatistics;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The health, the information and the endpoint of the actuator. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = StatisticsAutoConfiguration.class)
@ConditionalOnBean(ThreadStatistics.class)
public class ActuatorAutoConfiguration {
    private static final Duration POLL_TIME = Duration.ofSeconds(1);
    private static final Duration MIN_POLL_AGE = Duration.ofMinutes(1);

    /** The health of both lines of Spring Boot. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(EnabledCondition.OfHealth.class)
    static class HealthConfiguration {

        @Bean
        @ConditionalOnMissingBean
        AgentHealth escapementHealth(ThreadStatistics statistics, ObjectProvider<WorkerProperties> worker) {
            Duration pollTime =
                    worker.stream().findFirst().map(WorkerProperties::pollTime).orElse(POLL_TIME);
            return new AgentHealth(statistics, MIN_POLL_AGE.plus(pollTime.multipliedBy(2)), Clock.systemUTC());
        }

        /** The health of Spring Boot 3. */
        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
        static class ActuatorHealthConfiguration {

            @Bean
            @ConditionalOnMissingBean(name = "escapementHealthIndicator")
            ActuatorHealthIndicator escapementHealthIndicator(AgentHealth health) {
                return new ActuatorHealthIndicator(health);
            }
        }

        /** The health of Spring Boot 4. */
        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
        static class ContributedHealthConfiguration {

            @Bean
            @ConditionalOnMissingBean(name = "escapementHealthIndicator")
            ContributedHealthIndicator escapementHealthIndicator(AgentHealth health) {
                return new ContributedHealthIndicator(health);
            }
        }
    }

    /** The information about the agents. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.info.InfoContributor")
    @Conditional(EnabledCondition.OfInfo.class)
    static class InfoConfiguration {

        @Bean
        @ConditionalOnMissingBean
        AgentInfoContributor escapementInfoContributor(ObjectProvider<AgentLoop> loops) {
            return new AgentInfoContributor(loops.orderedStream().toList());
        }
    }

    /** The endpoint, which is exposed like the other endpoints. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.annotation.Endpoint")
    static class EndpointConfiguration {

        @Bean
        @ConditionalOnMissingBean
        ThreadEndpoint escapementEndpoint(ThreadStatistics statistics) {
            return new ThreadEndpoint(statistics);
        }
    }
}
