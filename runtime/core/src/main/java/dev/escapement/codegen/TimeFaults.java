package dev.escapement.codegen;

import dev.escapement.internal.json.TimeMessages;
import dev.escapement.internal.text.InternetTimes;
import java.time.DateTimeException;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The explanations of strings that resemble a date or time but are not one. */
enum TimeFaults {
    DATE(true, false, false),
    TIME(false, true, false),
    DATE_TIME(true, true, false),
    OFFSET_TIME(false, true, true),
    OFFSET_DATE_TIME(true, true, true),
    ZONED_DATE_TIME(true, true, true),
    MONTH_DAY(true, false, false),
    ZONE(false, false, true),
    OFFSET(false, false, true);

    private static final int LEAP_YEAR = 2000;
    private static final int LEAP = 60;
    private static final int MAX_FRACTION = 9;
    private static final int MAX_OFFSET_HOURS = 18;

    /** The pattern of any combination of a date, a time, an offset and a time zone. */
    private static final Pattern FORM = Pattern.compile("(?<date>(?<year>[0-9]{4}|-)-(?<month>[0-9]{1,2})"
            + "(?:-(?<day>[0-9]{1,2}))?)?(?<separator>[Tt _]?)"
            + "(?<time>(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]+))?)?)?"
            + "(?<offset>[Zz]|[+-][0-9:]{1,9})?(?<zone>\\[[^\\]]*])?");

    private static final Pattern OFFSET_FORM = Pattern.compile("[Zz]|[+-]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?");

    /** The pattern of a leap second in RFC 3339. */
    private static final Pattern LEAP_SECOND =
            Pattern.compile("[0-9]{2}:[0-9]{2}:60(?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])");

    private final boolean date;
    private final boolean time;
    private final boolean offset;

    TimeFaults(boolean date, boolean time, boolean offset) {
        this.date = date;
        this.time = time;
        this.offset = offset;
    }

    /** Returns the explanation why a string does not have this form, or null if it does not resemble a date or time. */
    @Nullable
    String explain(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            return this == ZONE ? TimeMessages.NO_SUCH_ZONE : null;
        }
        String fault = form.group("date") == null ? null : ofDate(form);
        fault = fault == null && form.group("time") != null ? ofTime(form) : fault;
        fault = fault == null && form.group("offset") != null ? ofOffset(form) : fault;
        fault = fault == null ? ofParts(form) : fault;
        return fault == null && this == ZONED_DATE_TIME ? ofZone(form.group("zone")) : fault;
    }

    private static @Nullable String ofDate(Matcher form) {
        int month = Integer.parseInt(form.group("month"));
        if (month < 1 || month > Month.values().length) {
            return TimeMessages.noSuchDate(month);
        }
        boolean anyYear = form.group("year").equals("-");
        YearMonth of = YearMonth.of(anyYear ? LEAP_YEAR : Integer.parseInt(form.group("year")), month);
        int day = form.group("day") == null ? 1 : Integer.parseInt(form.group("day"));
        if (of.isValidDay(day)) {
            return null;
        }
        String name = of.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        boolean february = of.getMonth() == Month.FEBRUARY && !anyYear;
        return TimeMessages.noSuchDate(february ? name + " " + form.group("year") : name, of.lengthOfMonth());
    }

    private @Nullable String ofTime(Matcher form) {
        int second = form.group("second") == null ? 0 : Integer.parseInt(form.group("second"));
        if (Integer.parseInt(form.group("hour")) > 23 || Integer.parseInt(form.group("minute")) > 59 || second > LEAP) {
            return TimeMessages.NO_SUCH_TIME;
        }
        if (isInternet()) { // such a time can have any number of digits
            return isMisplaced(form) ? TimeMessages.MISPLACED_LEAP_SECOND : null;
        }
        if (second == LEAP) {
            return TimeMessages.LEAP_SECOND;
        }
        String fraction = form.group("fraction");
        return fraction != null && fraction.length() > MAX_FRACTION ? TimeMessages.FRACTION : null;
    }

    private static boolean isMisplaced(Matcher form) {
        String time = form.group("time") + form.group("offset");
        return LEAP_SECOND.matcher(time).matches() && InternetTimes.isMisplacedLeapSecond(time);
    }

    private @Nullable String ofOffset(Matcher whole) {
        if (!offset) {
            return whole.group("time") != null && !time ? TimeMessages.EXTRA_TIME : TimeMessages.EXTRA_OFFSET;
        }
        String text = whole.group("offset");
        Matcher form = OFFSET_FORM.matcher(text);
        boolean seconds = this == ZONED_DATE_TIME || this == ZONE || this == OFFSET;
        if (!form.matches()
                || (form.group(1) == null && !text.equals("Z") && !isInternet())
                || (form.group(3) != null && !seconds)) {
            return TimeMessages.OFFSET_FORM;
        }
        if (form.group(1) == null) {
            return null;
        }
        int hours = Integer.parseInt(form.group(1));
        if (isInternet()) {
            return hours > 23 || Integer.parseInt(form.group(2)) > 59 ? TimeMessages.NO_SUCH_INTERNET_OFFSET : null;
        }
        return hours >= MAX_OFFSET_HOURS ? TimeMessages.NO_SUCH_OFFSET : null;
    }

    /** Returns the explanation of a part that is missing, or that is not part of this form. */
    private @Nullable String ofParts(Matcher form) {
        boolean hasDate = form.group("date") != null;
        boolean hasTime = form.group("time") != null;
        if (hasDate && hasTime && date && time && !form.group("separator").equalsIgnoreCase("T")) {
            return TimeMessages.SEPARATOR;
        }
        if (hasDate != date) {
            return date ? TimeMessages.NO_DATE : TimeMessages.EXTRA_DATE;
        }
        if (hasTime != time) {
            return time ? TimeMessages.NO_TIME : TimeMessages.EXTRA_TIME;
        }
        if (offset && time && form.group("offset") == null) {
            return TimeMessages.NO_OFFSET;
        }
        return isInternet() && form.group("second") == null ? TimeMessages.NO_SECONDS : null;
    }

    /** Returns whether a string of this form has the syntax of RFC 3339. */
    private boolean isInternet() {
        return this == OFFSET_TIME || this == OFFSET_DATE_TIME;
    }

    private static @Nullable String ofZone(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        try {
            ZoneId.of(zone.substring(1, zone.length() - 1));
            return TimeMessages.OTHER_OFFSET;
        } catch (DateTimeException unknown) {
            return TimeMessages.NO_SUCH_ZONE;
        }
    }
}
