package dev.escapement.spring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the spans and metrics of OpenTelemetry.
 *
 * @param enabled whether agents record spans and metrics if the application has OpenTelemetry
 * @param content whether spans contain the messages, arguments and results of agents, which can be personal data
 */
@ConfigurationProperties("escapement.telemetry")
record TelemetryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("false") boolean content) {}
