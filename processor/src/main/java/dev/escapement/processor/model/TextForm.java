package dev.escapement.processor.model;

import dev.escapement.internal.text.TextPatterns;

/**
 * The string forms that codecs convert to instances of JDK classes. Each constant has a codec of the same name in
 * {@code dev.escapement.codegen.TextCodecs}.
 */
public enum TextForm {
    BYTES("byte[]", TextPatterns.BYTES, "", "bytes in Base64"),
    UUID("java.util.UUID", TextPatterns.UUID, "uuid", "a UUID"),
    URI("java.net.URI", TextPatterns.URI, "", "an absolute URI"),
    URL("java.net.URL", TextPatterns.URL, "", "a web address"),
    LOCALE("java.util.Locale", TextPatterns.LOCALE, "", "a language tag like en-GB"),
    CURRENCY("java.util.Currency", TextPatterns.CURRENCY, "", "an ISO 4217 currency code like EUR"),
    INSTANT(
            "java.time.Instant",
            TextPatterns.INSTANT,
            "date-time",
            "a date and time with offset like 2026-01-31T12:00:00Z"),
    LOCAL_DATE("java.time.LocalDate", TextPatterns.LOCAL_DATE, "date", "a date like 2026-01-31"),
    LOCAL_TIME("java.time.LocalTime", TextPatterns.LOCAL_TIME, "", "a time like 12:00:00"),
    LOCAL_DATE_TIME(
            "java.time.LocalDateTime", TextPatterns.LOCAL_DATE_TIME, "", "a date and time like 2026-01-31T12:00:00"),
    OFFSET_TIME("java.time.OffsetTime", TextPatterns.OFFSET_TIME, "time", "a time with offset like 12:00:00Z"),
    OFFSET_DATE_TIME(
            "java.time.OffsetDateTime",
            TextPatterns.OFFSET_DATE_TIME,
            "date-time",
            "a date and time with offset like 2026-01-31T12:00:00Z"),
    ZONED_DATE_TIME(
            "java.time.ZonedDateTime",
            TextPatterns.ZONED_DATE_TIME,
            "",
            "a date and time like 2026-01-31T12:00:00+01:00[Europe/Paris]"),
    DURATION("java.time.Duration", TextPatterns.DURATION, "", "a duration like PT1H30M"),
    PERIOD("java.time.Period", TextPatterns.PERIOD, "", "a period like P1Y2M3D"),
    YEAR("java.time.Year", TextPatterns.YEAR, "", "a year like 2026"),
    YEAR_MONTH("java.time.YearMonth", TextPatterns.YEAR_MONTH, "", "a month like 2026-01"),
    MONTH_DAY("java.time.MonthDay", TextPatterns.MONTH_DAY, "", "a day of the year like --01-31"),
    ZONE_ID("java.time.ZoneId", TextPatterns.ZONE_ID, "", "a time zone like Europe/Paris"),
    ZONE_OFFSET("java.time.ZoneOffset", TextPatterns.ZONE_OFFSET, "", "an offset like +01:00");

    private final String javaName;
    private final String pattern;
    private final String format;
    private final String words;

    TextForm(String javaName, String pattern, String format, String words) {
        this.javaName = javaName;
        this.pattern = pattern;
        this.format = format;
        this.words = words;
    }

    /** Returns the qualified name of the class, or {@code byte[]} for {@link #BYTES}. */
    public String javaName() {
        return javaName;
    }

    /**
     * Returns the JSON Schema {@code format} of strings in this form, empty if there is none. The form includes every
     * string of the format, so that a model that follows the format is not rejected. {@code uri} is therefore not the
     * format of a Java URI or URL.
     */
    public String format() {
        return format;
    }

    /**
     * Returns the portable pattern that matches all strings of this form. The patterns of the following forms also match
     * strings that the codec refuses: {@link #CURRENCY} (codes that the JDK does not know), {@link #ZONE_ID} and
     * {@link #ZONED_DATE_TIME} (time zones that the JDK does not know, and offsets that the time zone does not have at
     * that time), {@link #INSTANT}, {@link #OFFSET_DATE_TIME} and {@link #OFFSET_TIME} (leap seconds other than 23:59:60
     * UTC), and {@link #INSTANT} and {@link #OFFSET_DATE_TIME} (dates and times that leave the years 0000 to 9999 because
     * an offset of more than 18 hours is converted, or, for {@link #OFFSET_DATE_TIME}, a leap second). The pattern of any
     * other form matches exactly its strings.
     */
    public String pattern() {
        return pattern;
    }

    /** Returns the pattern for property names that represent integers of a Java type. */
    public static String integerPattern(TypeShape.Scalar scalar) {
        return scalar == TypeShape.Scalar.INT ? TextPatterns.INT_KEY : TextPatterns.LONG_KEY;
    }

    /** Returns whether values of this form are dates or times of day, which can be past or future. */
    public boolean isTime() {
        return switch (this) {
            case INSTANT,
                    LOCAL_DATE,
                    LOCAL_TIME,
                    LOCAL_DATE_TIME,
                    OFFSET_TIME,
                    OFFSET_DATE_TIME,
                    ZONED_DATE_TIME,
                    YEAR,
                    YEAR_MONTH,
                    MONTH_DAY -> true;
            case BYTES, UUID, URI, URL, LOCALE, CURRENCY, DURATION, PERIOD, ZONE_ID, ZONE_OFFSET -> false;
        };
    }

    /** Returns a description of the form, such as "a UUID". */
    public String words() {
        return words;
    }
}
