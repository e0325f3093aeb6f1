package dev.escapement.processor.functional.rule;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fixed time at which all texts of these tests are decoded, and a comparison of {@code java.time} values with it.
 * Bean Validation leaves the present to the clock: here it is in UTC, and for a time of day with an offset, the time of
 * day at that offset.
 */
public final class PresentMoment {

    /** The fixed time. */
    public static final Instant NOW = Instant.parse("2026-06-15T12:00:00.5Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<Class<?>, Kind<?>> KINDS = new HashMap<>();
    private static final Pattern LEAP_SECOND = Pattern.compile("(.*\\d\\d:\\d\\d:)60(.*)");
    private static final Pattern DROPPED_DIGITS = Pattern.compile("(?<=[.]\\d{9})\\d+");
    private static final Pattern LARGE_OFFSET = Pattern.compile("(.*)([+-])(18:(?!00)|19:|2\\d:)(\\d\\d)");

    static {
        // The same order as in java.time; for an offset or a zone, the instant counts.
        kind(Instant.class, text -> offsetDateTime(text).toInstant(), Instant::now, Instant::compareTo);
        kind(
                OffsetDateTime.class,
                PresentMoment::offsetDateTime,
                OffsetDateTime::now,
                (time, now) -> time.isEqual(now) ? 0 : time.isBefore(now) ? -1 : 1);
        kind(
                ZonedDateTime.class,
                ZonedDateTime::parse,
                ZonedDateTime::now,
                (time, now) -> time.isEqual(now) ? 0 : time.isBefore(now) ? -1 : 1);
        kind(
                OffsetTime.class,
                PresentMoment::offsetTime,
                OffsetTime::now,
                (time, now) -> time.toLocalTime().compareTo(LocalTime.ofInstant(NOW, time.getOffset())));
        kind(LocalDate.class, LocalDate::parse, LocalDate::now, LocalDate::compareTo);
        kind(LocalTime.class, LocalTime::parse, LocalTime::now, LocalTime::compareTo);
        kind(LocalDateTime.class, LocalDateTime::parse, LocalDateTime::now, LocalDateTime::compareTo);
        kind(Year.class, Year::parse, Year::now, Year::compareTo);
        kind(YearMonth.class, YearMonth::parse, YearMonth::now, YearMonth::compareTo);
        kind(MonthDay.class, MonthDay::parse, MonthDay::now, MonthDay::compareTo);
    }

    /** Texts just before, at and just after the fixed time, in the formats of all types. */
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

    /** Parses a date and time of RFC 3339, with a leap second in UTC as the next second, truncated to nanoseconds. */
    private static OffsetDateTime offsetDateTime(String written) {
        String text = withoutDroppedDigits(written);
        Matcher leap = LEAP_SECOND.matcher(text);
        if (!leap.matches()) {
            return OffsetDateTime.parse(text);
        }
        OffsetDateTime before = OffsetDateTime.parse(leap.group(1) + "59" + leap.group(2));
        requireEndOfDay(before.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
        return before.plusSeconds(1);
    }

    private static String withoutDroppedDigits(String time) {
        return DROPPED_DIGITS.matcher(time).replaceFirst("");
    }

    private static void requireEndOfDay(LocalTime utc) {
        if (utc.getHour() != 23 || utc.getMinute() != 59) {
            throw new DateTimeException("a leap second at " + utc);
        }
    }

    /**
     * Parses a time of RFC 3339, with a leap second in UTC as the next second, truncated to nanoseconds, and with an
     * offset of at most 18 hours.
     */
    private static OffsetTime offsetTime(String written) {
        String text = withoutDroppedDigits(written);
        Matcher leap = LEAP_SECOND.matcher(text);
        if (leap.matches()) {
            OffsetTime before = offsetTime(leap.group(1) + "59" + leap.group(2));
            requireEndOfDay(before.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
            return before.plusSeconds(1);
        }
        Matcher offset = LARGE_OFFSET.matcher(text);
        if (!offset.matches()) {
            return OffsetTime.parse(text);
        }
        Duration excess =
                Duration.between(LocalTime.parse("18:00"), LocalTime.parse(offset.group(3) + offset.group(4)));
        OffsetTime time = OffsetTime.parse(offset.group(1) + offset.group(2) + "18:00");
        return offset.group(2).equals("+") ? time.minus(excess) : time.plus(excess);
    }

    /** Returns texts around the fixed time for a type; for a container of times, those of all types. */
    static List<String> around(Class<?> type) {
        return AROUND.stream()
                .filter(text -> !isTime(type) || time(type, text).isPresent())
                .toList();
    }

    static boolean isTime(Class<?> type) {
        return KINDS.containsKey(type);
    }

    /** Returns the time that a text represents in a type; empty if the text does not represent a time. */
    static Optional<TemporalAccessor> time(Class<?> type, String text) {
        Kind<?> kind = KINDS.get(type);
        return kind == null ? Optional.empty() : kind.parse(type, text);
    }

    /** Returns a negative number for the past, 0 for the present and a positive number for the future. */
    static int compare(Object time) {
        return KINDS.get(time.getClass()).compare(time);
    }
}
