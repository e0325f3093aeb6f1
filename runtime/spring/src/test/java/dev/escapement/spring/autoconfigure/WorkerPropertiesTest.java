package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Tests the drain time and the rules of the settings. */
class WorkerPropertiesTest {

    private static WorkerProperties withDrainTime(@Nullable Duration time) {
        return new WorkerProperties(true, 16, time, Duration.ofSeconds(1), Duration.ofSeconds(30), 10);
    }

    @Test
    void drainTimeLeavesTimeForInterruptions() {
        assertThat(withDrainTime(null).drainTimeWithin(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(24));
    }

    @Test
    void drainTimeIsHalfOfShortPhase() {
        assertThat(withDrainTime(null).drainTimeWithin(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void configuredDrainTimeApplies() {
        assertThat(withDrainTime(Duration.ofMinutes(2)).drainTimeWithin(Duration.ofSeconds(30)))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({WorkerProperties.class, StoreProperties.class})
    static class BoundConfiguration {}

    private final ApplicationContextRunner bound =
            new ApplicationContextRunner().withUserConfiguration(BoundConfiguration.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "escapement.worker.concurrency=-1",
                "escapement.worker.concurrency=0",
                "escapement.worker.drain-time=-5s",
                "escapement.worker.poll-time=-1s",
                "escapement.worker.poll-time=0s",
                "escapement.worker.lease-time=99ms",
                "escapement.worker.lease-time=25h",
                "escapement.worker.max-attempts=0",
                "escapement.store.prefix=",
                "escapement.store.prefix=a;drop",
                "escapement.store.schema=Agents"
            })
    void failureNamesTheProperty(String setting) {
        String name = setting.substring(0, setting.indexOf('='));

        bound.withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "escapement.worker.drain-time=0s",
                "escapement.worker.lease-time=100ms",
                "escapement.worker.lease-time=1d",
                "escapement.store.schema=",
                "escapement.store.prefix=_desk1_"
            })
    void limitsAreValid(String setting) {
        bound.withPropertyValues(setting).run(context -> assertThat(context).hasNotFailed());
    }
}
