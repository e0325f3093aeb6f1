package dev.escapement.internal.json;

/** The phrases that explain why a date or time in a violation is not valid. They follow the string that was found. */
public final class TimeMessages {

    /** The phrase for a date that does not exist. */
    public static final String NO_SUCH_DATE = "a date that does not exist";

    /** The phrase for a time of day that does not exist. */
    public static final String NO_SUCH_TIME =
            "a time that does not exist: hours are 00 to 23, minutes and seconds 00 to 59";

    /** The phrase for a leap second where the type cannot represent it. */
    public static final String LEAP_SECOND = "a leap second, which is not supported: write :59 or the next minute";

    /** The phrase for a leap second at a time of day that does not have one. */
    public static final String MISPLACED_LEAP_SECOND =
            "a leap second that does not exist: :60 occurs only at 23:59:60 UTC; write :59 or the next minute";

    /** The phrase for more than nine digits after the decimal point. */
    public static final String FRACTION = "a time with more than 9 digits after the decimal point";

    /** The phrase for an offset from UTC that does not exist. */
    public static final String NO_SUCH_OFFSET = "an offset that does not exist: offsets are -18:00 to +18:00";

    /** The phrase for an offset from UTC that RFC 3339 does not permit. */
    public static final String NO_SUCH_INTERNET_OFFSET = "an offset that does not exist: offsets are -23:59 to +23:59";

    /** The phrase for an offset in the wrong form. */
    public static final String OFFSET_FORM = "an offset in another form: write Z, or hours and minutes like +01:00";

    /** The phrase for a missing offset. */
    public static final String NO_OFFSET = "a time without an offset: add Z or an offset like +01:00";

    /** The phrase for an offset that is not allowed. */
    public static final String EXTRA_OFFSET = "a time with an offset: remove the offset";

    /** The phrase for a missing time of day. */
    public static final String NO_TIME = "a date without a time";

    /** The phrase for a time of day that is not allowed. */
    public static final String EXTRA_TIME = "a date with a time: remove the time";

    /** The phrase for a missing date. */
    public static final String NO_DATE = "a time without a date";

    /** The phrase for a date that is not allowed. */
    public static final String EXTRA_DATE = "a time with a date: remove the date";

    /** The phrase for missing seconds. */
    public static final String NO_SECONDS = "a time without seconds: add :00";

    /** The phrase for a wrong separator between date and time. */
    public static final String SEPARATOR = "a date and time without the letter T between them";

    /** The phrase for a time zone that does not exist. */
    public static final String NO_SUCH_ZONE = "a time zone that does not exist";

    /** The phrase for a time zone that does not have the offset at that time. */
    public static final String OTHER_OFFSET = "an offset that the time zone does not have at that time";

    private TimeMessages() {}

    /** Returns the phrase for a date in a month that does not exist. */
    public static String noSuchDate(int month) {
        return NO_SUCH_DATE + ": months are 01 to 12, not " + month;
    }

    /** Returns the phrase for a date after the last day of its month. */
    public static String noSuchDate(String month, int days) {
        return NO_SUCH_DATE + ": " + month + " has " + days + " days";
    }

    /** Returns the description of a string with an explanation. */
    public static String explained(String found, String explanation) {
        return found + ", " + explanation;
    }
}
