package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelativeTimeTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00.5Z");

    @Test
    void timesWithAnOffsetAreMomentsThemselves() {
        assertOrder(
                Instant.parse("2026-06-15T12:00:00.499999999Z"), NOW, Instant.parse("2026-06-15T12:00:00.500000001Z"));
        assertOrder(
                OffsetDateTime.parse("2026-06-15T23:59:59+12:00"),
                OffsetDateTime.parse("2026-06-16T00:00:00.5+12:00"),
                OffsetDateTime.parse("2026-06-16T00:00:01+12:00"));
        assertOrder(
                ZonedDateTime.parse("2026-06-15T14:00:00+02:00[Europe/Paris]"),
                ZonedDateTime.parse("2026-06-15T14:00:00.5+02:00[Europe/Paris]"),
                ZonedDateTime.parse("2026-06-15T14:00:01+02:00[Europe/Paris]"));
    }

    @Test
    void localTimesAreInUtc() {
        assertOrder(LocalDate.of(2026, 6, 14), LocalDate.of(2026, 6, 15), LocalDate.of(2026, 6, 16));
        assertOrder(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 6, 15), LocalDate.of(2027, 1, 1));
        assertOrder(
                LocalDateTime.parse("2026-06-15T12:00:00"),
                LocalDateTime.parse("2026-06-15T12:00:00.5"),
                LocalDateTime.parse("2026-06-15T12:00:01"));
        assertOrder(LocalTime.parse("12:00"), LocalTime.parse("12:00:00.5"), LocalTime.parse("12:01"));
    }

    @Test
    void partsOfDatesAreComparedAsFarAsTheyGo() {
        assertOrder(Year.of(2025), Year.of(2026), Year.of(2027));
        assertOrder(YearMonth.of(2025, 12), YearMonth.of(2026, 6), YearMonth.of(2026, 7));
        assertOrder(MonthDay.of(5, 31), MonthDay.of(6, 15), MonthDay.of(6, 16));
    }

    @Test
    void timesOfTheDayWithAnOffsetAreComparedThere() {
        assertOrder(
                OffsetTime.parse("13:59:59+02:00"),
                OffsetTime.parse("14:00:00.5+02:00"),
                OffsetTime.parse("14:01+02:00"));
    }

    private static void assertOrder(TemporalAccessor before, TemporalAccessor same, TemporalAccessor after) {
        assertEquals(
                List.of(-1, 0, 1),
                List.of(before, same, after).stream()
                        .map(time -> Integer.signum(RelativeTime.compare(time, NOW)))
                        .toList());
    }
}
