package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the computation of deadlines. */
class DeadlinesTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void questionWithoutLimitHasNoDeadline() {
        assertEquals(Optional.empty(), Deadlines.after(AT, Optional.empty()));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of(Duration.ofNanos(1), AT.plusNanos(1)),
                Arguments.of(Duration.ofDays(2), Instant.parse("2026-11-24T10:00:00Z")),
                Arguments.of(Duration.between(AT, Deadlines.LATEST), Deadlines.LATEST),
                Arguments.of(Duration.between(AT, Deadlines.LATEST).plusNanos(1), Deadlines.LATEST),
                Arguments.of(Duration.ofDays(365_000_000_000L), Deadlines.LATEST),
                Arguments.of(Duration.ofSeconds(Long.MAX_VALUE), Deadlines.LATEST));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void deadlineIsTheTimePlusTheLimit(Duration limit, Instant deadline) {
        assertEquals(Optional.of(deadline), Deadlines.after(AT, Optional.of(limit)));
    }
}
