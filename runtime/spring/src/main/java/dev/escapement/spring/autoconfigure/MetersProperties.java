package dev.escapement.spring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the meters of Micrometer.
 *
 * @param enabled whether agents record meters if the application has a registry of Micrometer
 */
@ConfigurationProperties("escapement.metrics")
record MetersProperties(@DefaultValue("true") boolean enabled) {}
