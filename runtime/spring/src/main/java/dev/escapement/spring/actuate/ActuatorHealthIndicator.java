package dev.escapement.spring.actuate;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** The health for Spring Boot 3. */
public final class ActuatorHealthIndicator implements HealthIndicator {
    private final AgentHealth source;

    /**
     * Creates an indicator.
     *
     * @param source the health
     */
    public ActuatorHealthIndicator(AgentHealth source) {
        this.source = source;
    }

    @Override
    public Health health() {
        AgentHealth.HealthCheck result = source.check();
        return Health.status(new Status(result.status().name()))
                .withDetails(result.details())
                .build();
    }
}
