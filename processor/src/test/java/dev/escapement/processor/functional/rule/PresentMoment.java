package dev.escapement.processor.functional.rule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The moment at which all texts of these tests are read, and where the times of {@code java.time} lie from it. Bean
 * Validation leaves to the clock what the present is: here it is in UTC, and for a time of the day with an offset, the
 * time of the day there.
 */
public final class PresentMoment {

    /** The moment. */
    public static final Instant NOW = Instant.parse("2026-06-15T12:00:00.5Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<Class<?>, Kind<?>> KINDS = new HashMap<>();

    static {
        // As java.time itself compares them; of an offset or a zone, the instant counts.
        kind(Instant.class, text -> OffsetDateTime.parse(text).toInstant(), Instant::now, Instant::compareTo);
        kind(
                OffsetDateTime.class,
                OffsetDateTime::parse,
                OffsetDateTime::now,
                (time, now) -> time.isEqual(now) ? 0 : time.isBefore(now) ? -1 : 1);
        kind(
                ZonedDateTime.class,
                ZonedDateTime::parse,
                ZonedDateTime::now,
                (time, now) -> time.isEqual(now) ? 0 : time.isBefore(now) ? -1 : 1);
        kind(
                OffsetTime.class,
                OffsetTime::parse,
                OffsetTime::now,
                (time, now) -> time.toLocalTime().compareTo(LocalTime.ofInstant(NOW, time.getOffset())));
        kind(LocalDate.class, LocalDate::parse, LocalDate::now, LocalDate::compareTo);
        kind(LocalTime.class, LocalTime::parse, LocalTime::now, LocalTime::compareTo);
        kind(LocalDateTime.class, LocalDateTime::parse, LocalDateTime::now, LocalDateTime::compareTo);
        kind(Year.class, Year::parse, Year::now, Year::compareTo);
        kind(YearMonth.class, YearMonth::parse, YearMonth::now, YearMonth::compareTo);
        kind(MonthDay.class, MonthDay::parse, MonthDay::now, MonthDay::compareTo);
    }

    /** Texts just before, at and just after the moment, in the forms of all types. */
    private static final List<String> AROUND = List.of(
            "2026-06-15T12:00:00.499999999Z",
            "2026-06-15T12:00:00.5Z",
            "2026-06-15T12:00:00.500000001Z",
            "2026-06-15T12:00:00Z",
            "2026-06-16T01:00:00.4+13:00",
            "2026-06-16T01:00:00.5+13:00",
            "2026-06-14T18:00:00.6-18:00",
            "2026-06-15T14:00:00.4+02:00[Europe/Paris]",
            "2026-06-15T14:00:00.5+02:00[Europe/Paris]",
            "2026-06-15T14:00:00.6+02:00[Europe/Paris]",
            "2026-06-15T11:59:59",
            "2026-06-15T12:00:00.5",
            "2026-06-15T12:00:01",
            "11:59:59.999999999",
            "12:00:00.5",
            "12:00:00.500000001",
            "12:00:00.499999999Z",
            "12:00:00.5Z",
            "14:00:00.5+02:00",
            "14:00:00.6+02:00",
            "00:30:00-18:00",
            "23:00:00+13:00",
            "01:00:00.5+13:00",
            "2026-06-14",
            "2026-06-15",
            "2026-06-16",
            "2025",
            "2026",
            "2027",
            "2026-05",
            "2026-06",
            "2026-07",
            "--06-14",
            "--06-15",
            "--06-16");

    private record Kind<T>(Function<String, T> read, Function<Clock, T> now, BiFunction<T, T, Integer> comparison) {

        Optional<TemporalAccessor> parse(Class<?> type, String text) {
            try {
                return Optional.of((TemporalAccessor) type.cast(read.apply(text)));
            } catch (RuntimeException noSuchTime) {
                return Optional.empty();
            }
        }

        @SuppressWarnings("unchecked")
        int compare(Object time) {
            return comparison.apply((T) time, now.apply(CLOCK));
        }
    }

    private PresentMoment() {}

    private static <T> void kind(
            Class<T> type, Function<String, T> read, Function<Clock, T> now, BiFunction<T, T, Integer> comparison) {
        KINDS.put(type, new Kind<>(read, now, comparison));
    }

    /** Texts around the moment that say a time of a type; for what holds a time, of all types. */
    static List<String> around(Class<?> type) {
        return AROUND.stream()
                .filter(text -> !isTime(type) || time(type, text).isPresent())
                .toList();
    }

    static boolean isTime(Class<?> type) {
        return KINDS.containsKey(type);
    }

    /** The time of a type that a text says; empty if it says none. */
    static Optional<TemporalAccessor> time(Class<?> type, String text) {
        Kind<?> kind = KINDS.get(type);
        return kind == null ? Optional.empty() : kind.parse(type, text);
    }

    /** Less than 0 for what is past, 0 for what is now, more for what is to come. */
    static int compare(Object time) {
        return KINDS.get(time.getClass()).compare(time);
    }
}
