package dev.escapement.internal.cron;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A cron expression with five fields: minute, hour, day of month, month and day of week. A field is a list of values,
 * ranges such as {@code 1-5}, and {@code *}; a range and {@code *} can have a step, such as {@code *}{@code /15}. Months
 * and days of the week have names, such as {@code JAN} and {@code MON}, in any case. Sunday is 0 and 7. If neither
 * field for days begins with {@code *}, a day has to match only one of them, otherwise both, as in the cron of Unix.
 *
 * <p>Each selected local time fires once. A time that a clock change skips fires at the instant of the change; several
 * of these fire once together. A time that a clock change repeats fires at its first occurrence. Immutable.
 */
public final class CronExpression {

    private final String text;
    private final long minutes;
    private final long hours;
    private final long days;
    private final long months;
    private final long weekdays;
    private final boolean eitherDay;

    private CronExpression(String text, String[] fields) {
        this.text = text;
        this.minutes = CronField.MINUTE.parse(fields[0], text);
        this.hours = CronField.HOUR.parse(fields[1], text);
        this.days = CronField.DAY_OF_MONTH.parse(fields[2], text);
        this.months = CronField.MONTH.parse(fields[3], text);
        this.weekdays = CronField.DAY_OF_WEEK.parse(fields[4], text);
        this.eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
    }

    /**
     * Returns the expression with a given text.
     *
     * @param text five fields, separated by spaces or tabs
     * @return the expression
     * @throws CronSyntaxException if the text is malformed, or if the expression never fires
     */
    public static CronExpression parse(String text) {
        String stripped = Objects.requireNonNull(text, "text").strip();
        String[] fields = stripped.isEmpty() ? new String[0] : stripped.split("[ \\t]+");
        if (fields.length != CronField.values().length) {
            throw new CronSyntaxException(text, CronFault.FIELD_COUNT, String.valueOf(fields.length));
        }
        CronExpression expression = new CronExpression(text, fields);
        if (!expression.fires()) {
            throw new CronSyntaxException(text, CronFault.NEVER);
        }
        return expression;
    }

    /** Returns whether a month has a selected day. Each day of the year falls on each day of the week in some year. */
    private boolean fires() {
        return eitherDay
                || IntStream.rangeClosed(1, Month.values().length)
                        .filter(month -> has(months, month))
                        .anyMatch(month -> IntStream.rangeClosed(
                                        1, Month.of(month).maxLength())
                                .anyMatch(day -> has(days, day)));
    }

    /**
     * Returns the first instant after a given one at which this expression fires.
     *
     * @param after the given instant
     * @param zone the zone of the local times
     * @return the instant
     * @throws java.time.DateTimeException if the instant is outside the range of {@link LocalDateTime}
     */
    public Instant next(Instant after, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        LocalDateTime local = LocalDateTime.ofInstant(after, rules.getOffset(after));
        LocalDateTime candidate = firstFrom(local.truncatedTo(ChronoUnit.MINUTES));
        Instant instant = instant(candidate, rules);
        while (!instant.isAfter(after)) {
            candidate = firstFrom(candidate.plusMinutes(1));
            instant = instant(candidate, rules);
        }
        return instant;
    }

    /** Returns the instant at which a local time fires. A later local time never results in an earlier instant. */
    private static Instant instant(LocalDateTime local, ZoneRules rules) {
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition == null) {
            return local.toInstant(rules.getOffset(local));
        }
        ZoneOffset before = transition.getOffsetBefore();
        return transition.isGap() ? transition.getInstant() : local.toInstant(before);
    }

    /** Returns the first selected local time that is not before a given one. */
    private LocalDateTime firstFrom(LocalDateTime from) {
        LocalDate date = from.toLocalDate();
        if (matches(date)) {
            int hour = from.getHour();
            int minute = has(hours, hour) ? nextBit(minutes, from.getMinute()) : -1;
            if (minute >= 0) {
                return date.atTime(hour, minute);
            }
            int nextHour = nextBit(hours, hour + 1);
            if (nextHour >= 0) {
                return date.atTime(nextHour, nextBit(minutes, 0));
            }
        }
        return firstDateFrom(date.plusDays(1)).atTime(nextBit(hours, 0), nextBit(minutes, 0));
    }

    private LocalDate firstDateFrom(LocalDate from) {
        LocalDate date = from;
        while (!matches(date)) {
            date = has(months, date.getMonthValue())
                    ? date.plusDays(1)
                    : date.plusMonths(1).withDayOfMonth(1);
        }
        return date;
    }

    private boolean matches(LocalDate date) {
        boolean day = has(days, date.getDayOfMonth());
        boolean weekday = has(weekdays, date.getDayOfWeek().getValue() % 7);
        return has(months, date.getMonthValue()) && (eitherDay ? day || weekday : day && weekday);
    }

    private static boolean has(long bits, int bit) {
        return (bits & (1L << bit)) != 0;
    }

    /** Returns the first selected value that is not less than a given one, or -1. */
    private static int nextBit(long bits, int from) {
        long rest = bits & (-1L << from);
        return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
    }

    /** Returns the text of the expression. */
    @Override
    public String toString() {
        return text;
    }
}
