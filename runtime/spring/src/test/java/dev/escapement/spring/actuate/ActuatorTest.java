package dev.escapement.spring.actuate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.opentelemetry.AgentTelemetry;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.spring.autoconfigure.ActuatorAutoConfiguration;
import dev.escapement.spring.autoconfigure.MetersAutoConfiguration;
import dev.escapement.spring.autoconfigure.StatisticsAutoConfiguration;
import dev.escapement.spring.autoconfigure.TelemetryAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tests of the beans for the actuator, Micrometer and OpenTelemetry. */
class ActuatorTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    StatisticsAutoConfiguration.class,
                    ActuatorAutoConfiguration.class,
                    MetersAutoConfiguration.class,
                    TelemetryAutoConfiguration.class))
            .withUserConfiguration(Beans.class);

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        InMemoryThreadStore store() {
            return new InMemoryThreadStore();
        }

        @Bean
        AgentLoop clockShopLoop() {
            return new ClockShopLoop(new ClockShop());
        }
    }

    @Test
    void healthHasTheNameOfTheProject() {
        application.run(context -> assertEquals(
                Status.UP,
                context.getBean("escapementHealthIndicator", HealthIndicator.class)
                        .health()
                        .getStatus()));
    }

    @Test
    void healthCanBeDisabled() {
        application
                .withPropertyValues("management.health.escapement.enabled=false")
                .run(context ->
                        assertTrue(context.getBeansOfType(HealthIndicator.class).isEmpty()));
    }

    @Test
    void healthFollowsTheDefault() {
        application
                .withPropertyValues("management.health.defaults.enabled=false")
                .run(context ->
                        assertTrue(context.getBeansOfType(HealthIndicator.class).isEmpty()));
    }

    @Test
    void healthPrecedesTheDefault() {
        application
                .withPropertyValues(
                        "management.health.defaults.enabled=false", "management.health.escapement.enabled=true")
                .run(context -> assertEquals(
                        1, context.getBeansOfType(HealthIndicator.class).size()));
    }

    @Test
    void infoFollowsTheDefault() {
        application
                .withPropertyValues("management.info.defaults.enabled=false")
                .run(context -> assertTrue(
                        context.getBeansOfType(AgentInfoContributor.class).isEmpty()));
    }

    @Test
    void propertiesOfTheActuatorAreDescribed() throws Exception {
        try (InputStream metadata = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            String json = new String(metadata.readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(json.contains("\"management.health.escapement.enabled\""), json);
        }
    }

    @Test
    void infoListsTheAgents() {
        application.run(context -> {
            Info.Builder info = new Info.Builder();
            context.getBean(AgentInfoContributor.class).contribute(info);

            assertTrue(info.build().get("escapement", Map.class).toString().contains("ClockShop"));
        });
    }

    @Test
    void endpointCountsByAgent() {
        application.run(context -> assertTrue(
                context.getBean(ThreadEndpoint.class).state().toString().contains("inDoubt=0"),
                () -> context.getBean(ThreadEndpoint.class).state().toString()));
    }

    @Test
    void registryHasMeters() {
        application
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> assertEquals(
                        1, context.getBeansOfType(AgentMeters.class).size()));
    }

    @Test
    void openTelemetryHasSpans() {
        application
                .withBean(OpenTelemetry.class, OpenTelemetry::noop)
                .run(context -> assertEquals(
                        1, context.getBeansOfType(AgentTelemetry.class).size()));
    }

    @Test
    void applicationWithoutLibrariesStarts() {
        application
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate", "io.micrometer", "io.opentelemetry"))
                .run(context -> assertTrue(context.isRunning(), String.valueOf(context.getStartupFailure())));
    }
}
