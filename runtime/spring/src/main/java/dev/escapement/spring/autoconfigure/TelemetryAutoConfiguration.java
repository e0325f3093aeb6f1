package dev.escapement.spring.autoconfigure;

import dev.escapement.opentelemetry.AgentTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The spans and metrics of OpenTelemetry, if the application has it and {@code escapement-opentelemetry}. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration
@ConditionalOnClass(name = {"io.opentelemetry.api.OpenTelemetry", "dev.escapement.opentelemetry.AgentTelemetry"})
@ConditionalOnBean(type = "io.opentelemetry.api.OpenTelemetry")
@ConditionalOnProperty(name = "escapement.telemetry.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TelemetryProperties.class)
public class TelemetryAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AgentTelemetry escapementTelemetry(OpenTelemetry openTelemetry, TelemetryProperties properties) {
        AgentTelemetry telemetry = AgentTelemetry.of(openTelemetry);
        return properties.content() ? telemetry.withContent(true) : telemetry;
    }
}
