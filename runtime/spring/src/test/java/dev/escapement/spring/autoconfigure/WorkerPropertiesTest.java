package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the drain time. */
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
}
