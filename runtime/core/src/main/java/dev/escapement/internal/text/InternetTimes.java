package dev.escapement.internal.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

/**
 * The parser of RFC 3339 dates and times. The JDK's parser does not accept leap seconds, more than nine digits after the
 * decimal point, and offsets of more than 18 hours, which the format allows. The strings match the patterns of
 * {@link TextPatterns}. A leap second is allowed only at 23:59:60 in UTC (RFC 3339 section 5.7); a pattern cannot compare a
 * time with its offset.
 */
public final class InternetTimes {

    /** The first instant that an offset allows to be written with the year 0000. */
    public static final Instant FIRST_WITH_ANY_OFFSET =
            OffsetDateTime.parse("0000-01-01T00:00:00+18:00").toInstant();

    /** The last instant that an offset allows to be written with the year 9999. */
    public static final Instant LAST_WITH_ANY_OFFSET =
            OffsetDateTime.parse("9999-12-31T23:59:59.999999999-18:00").toInstant();

    /** The length of a date and of the letter that follows it. */
    private static final int DATE_LENGTH = "2026-01-31T".length();

    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

    /** The second of the UTC day that precedes a leap second. */
    private static final int LAST_SECOND = SECONDS_PER_DAY - 1;

    private static final int SECONDS_END = "12:00:00".length();
    private static final int MAX_TIME_LENGTH = "12:00:00.000000000".length();
    private static final int MAX_OFFSET = ZoneOffset.MAX.getTotalSeconds();
    private static final int LAST_YEAR = 9999;

    private InternetTimes() {}

    /** Returns whether the time in a string is a leap second that is not at the end of a day in UTC. */
    public static boolean isMisplacedLeapSecond(String time) {
        int offset = offsetIndex(time);
        return isLeap(time) && !isLast(time(time.substring(0, offset)), seconds(time.substring(offset)));
    }

    /** Returns the instant of a date and time. */
    public static Instant instant(String text) {
        int offset = offsetIndex(text);
        int seconds = seconds(text.substring(offset));
        Instant instant = local(text, offset, seconds).toInstant(ZoneOffset.UTC).minusSeconds(seconds);
        if (instant.isBefore(FIRST_WITH_ANY_OFFSET) || instant.isAfter(LAST_WITH_ANY_OFFSET)) {
            throw new DateTimeException(text);
        }
        return instant;
    }

    /** Returns a date and time with its offset, or with the nearest offset that the JDK supports. */
    public static OffsetDateTime offsetDateTime(String text) {
        int offset = offsetIndex(text);
        int seconds = seconds(text.substring(offset));
        LocalDateTime local = local(text, offset, seconds);
        ZoneOffset allowed = allowed(seconds);
        LocalDateTime shifted = local.plusSeconds((long) allowed.getTotalSeconds() - seconds);
        if (shifted.getYear() < 0 || shifted.getYear() > LAST_YEAR) {
            throw new DateTimeException(text);
        }
        return shifted.atOffset(allowed);
    }

    /** Returns a time with its offset, or with the nearest offset that the JDK supports. */
    public static OffsetTime offsetTime(String text) {
        int offset = offsetIndex(text);
        int seconds = seconds(text.substring(offset));
        ZoneOffset allowed = allowed(seconds);
        LocalTime time = time(text.substring(0, offset));
        return time.plusSeconds(leap(text, time, seconds))
                .plusSeconds((long) allowed.getTotalSeconds() - seconds)
                .atOffset(allowed);
    }

    private static LocalDateTime local(String text, int offset, int offsetSeconds) {
        String time = text.substring(DATE_LENGTH, offset);
        LocalTime local = time(time);
        return LocalDate.parse(text.substring(0, DATE_LENGTH - 1))
                .atTime(local)
                .plusSeconds(leap(time, local, offsetSeconds));
    }

    /** Returns the seconds from the parsed time to the written one. */
    private static int leap(String text, LocalTime time, int offsetSeconds) {
        if (!isLeap(text)) {
            return 0;
        }
        if (!isLast(time, offsetSeconds)) {
            throw new DateTimeException(text);
        }
        return 1;
    }

    /** Returns whether a time is in the last second of a day in UTC. */
    private static boolean isLast(LocalTime time, int offsetSeconds) {
        return Math.floorMod(time.toSecondOfDay() - offsetSeconds, SECONDS_PER_DAY) == LAST_SECOND;
    }

    private static boolean isLeap(String time) {
        return time.startsWith("60", SECONDS_END - 2);
    }

    /** Parses a time, with the second before a leap second in its place. */
    private static LocalTime time(String text) {
        String time = text.length() > MAX_TIME_LENGTH ? text.substring(0, MAX_TIME_LENGTH) : text;
        return LocalTime.parse(
                isLeap(time) ? time.substring(0, SECONDS_END - 2) + "59" + time.substring(SECONDS_END) : time);
    }

    private static int offsetIndex(String text) {
        int last = text.length() - 1;
        return text.charAt(last) == 'Z' || text.charAt(last) == 'z' ? last : text.length() - "+00:00".length();
    }

    private static int seconds(String offset) {
        if (offset.length() == 1) {
            return 0;
        }
        int minutes = 60 * Integer.parseInt(offset, 1, 3, 10) + Integer.parseInt(offset, 4, 6, 10);
        return (offset.charAt(0) == '-' ? -60 : 60) * minutes;
    }

    private static ZoneOffset allowed(int seconds) {
        return ZoneOffset.ofTotalSeconds(Math.max(-MAX_OFFSET, Math.min(MAX_OFFSET, seconds)));
    }
}
