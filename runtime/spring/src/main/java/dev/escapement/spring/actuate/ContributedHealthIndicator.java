package dev.escapement.spring.actuate;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The health for Spring Boot 4, which moved the types to another package. */
public final class ContributedHealthIndicator implements HealthIndicator {
    private final AgentHealth source;

    /**
     * Creates an indicator.
     *
     * @param source the health
     */
    public ContributedHealthIndicator(AgentHealth source) {
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
