package dev.escapement.codegen;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.internal.text.InternetTimes;
import dev.escapement.internal.text.TextPatterns;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/**
 * The codecs for JDK classes that JSON represents as strings. Every string that is accepted matches the codec's
 * pattern. A matching string is refused only by {@link #CURRENCY}, {@link #ZONE_ID} and {@link #ZONED_DATE_TIME}, if the
 * tables of the JDK do not contain it, and by {@link #INSTANT}, {@link #OFFSET_DATE_TIME} and {@link #OFFSET_TIME}, if it
 * has a leap second other than 23:59:60 UTC, or a date and time that the conversions of {@link #OFFSET_DATE_TIME} move out
 * of the years 0000 to 9999. An instant is in these years if an offset of up to 18 hours gives it such a year.
 *
 * <p>Dates have years from 0000 to 9999. Digits are ASCII, and letters are case-sensitive, except {@code T} and
 * {@code Z} where RFC 3339 allows either case.
 */
public final class TextCodecs {

    /**
     * The codec for byte arrays as base64 strings (RFC 4648, section 4). The strings have padding, zeros as unused
     * bits, and no line breaks.
     */
    public static final TextCodec<byte[]> BYTES = new TextCodec<>(
            "Base64 with padding, like aGVsbG8=",
            TextPatterns.BYTES,
            Base64.getDecoder()::decode,
            bytes -> Base64.getEncoder().encodeToString(bytes));

    /** The codec for UUIDs (RFC 9562). Letters are read in either case and written in lower case. */
    public static final TextCodec<UUID> UUID = new TextCodec<>(
            "a UUID like 123e4567-e89b-12d3-a456-426614174000",
            TextPatterns.UUID,
            java.util.UUID::fromString,
            java.util.UUID::toString);

    /** The codec for absolute URIs (RFC 3986), including IPv6 addresses with an optional zone (RFC 6874). */
    public static final TextCodec<URI> URI = new TextCodec<>(
            "an absolute URI like https://example.com/a?b=c",
            TextPatterns.URI,
            java.net.URI::create,
            java.net.URI::toString);

    /** The codec for http, https and ftp URLs, including IPv6 addresses with an optional zone (RFC 6874). */
    public static final TextCodec<URL> URL = new TextCodec<>(
            "a URL like https://example.com/a?b=c", TextPatterns.URL, TextForms::url, java.net.URL::toExternalForm);

    /**
     * The codec for locales as language tags (RFC 5646). A tag is a language with an optional script and region.
     * {@code und} is the root locale.
     */
    public static final TextCodec<Locale> LOCALE = new TextCodec<>(
            "a language tag like en-US", TextPatterns.LOCALE, Locale::forLanguageTag, TextForms::languageTag);

    /** The codec for ISO 4217 currency codes that the JDK supports. */
    public static final TextCodec<Currency> CURRENCY = new TextCodec<>(
            "a currency code like EUR", TextPatterns.CURRENCY, Currency::getInstance, Currency::getCurrencyCode);

    /**
     * The codec for instants as {@code date-time} strings (RFC 3339), read as {@link #OFFSET_DATE_TIME} reads them, but also if
     * only another offset gives them a year of four digits: {@code 9999-12-31T23:59:60Z} is accepted.
     * Instants are written in UTC, unless their year has four digits only with another offset.
     */
    public static final TextCodec<Instant> INSTANT = new TextCodec<>(
                    "a date and time like 2026-01-31T09:30:00Z",
                    TextPatterns.INSTANT,
                    InternetTimes::instant,
                    TextForms::instant)
            .explaining(TimeFaults.OFFSET_DATE_TIME);

    /** The codec for dates as {@code full-date} strings (RFC 3339). */
    public static final TextCodec<LocalDate> LOCAL_DATE = new TextCodec<>(
                    "a date like 2026-01-31",
                    TextPatterns.LOCAL_DATE,
                    LocalDate::parse,
                    DateTimeFormatter.ISO_LOCAL_DATE::format)
            .explaining(TimeFaults.DATE);

    /**
     * The codec for times without an offset. Seconds and a fraction of up to nine digits are optional in input; seconds
     * are always written.
     */
    public static final TextCodec<LocalTime> LOCAL_TIME = new TextCodec<>(
                    "a time like 09:30:00",
                    TextPatterns.LOCAL_TIME,
                    LocalTime::parse,
                    DateTimeFormatter.ISO_LOCAL_TIME::format)
            .explaining(TimeFaults.TIME);

    /**
     * The codec for dates and times without an offset. The form is a date, {@code T} and a time as in
     * {@link #LOCAL_TIME}.
     */
    public static final TextCodec<LocalDateTime> LOCAL_DATE_TIME = new TextCodec<>(
                    "a date and time like 2026-01-31T09:30:00",
                    TextPatterns.LOCAL_DATE_TIME,
                    LocalDateTime::parse,
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME::format)
            .explaining(TimeFaults.DATE_TIME);

    /** The codec for times as {@code full-time} strings (RFC 3339), read as {@link #OFFSET_DATE_TIME} reads them. */
    public static final TextCodec<OffsetTime> OFFSET_TIME = new TextCodec<>(
                    "a time with offset like 09:30:00+01:00",
                    TextPatterns.OFFSET_TIME,
                    InternetTimes::offsetTime,
                    DateTimeFormatter.ISO_OFFSET_TIME::format)
            .explaining(TimeFaults.OFFSET_TIME);

    /**
     * The codec for dates and times as {@code date-time} strings (RFC 3339). Every such string is accepted unless it is
     * outside the years 0000 to 9999 after the following conversions: a leap second, which occurs only at 23:59:60 UTC,
     * is read as the next second, digits after the nanoseconds are dropped, and an offset of more than 18 hours is
     * converted to one of 18 hours.
     */
    public static final TextCodec<OffsetDateTime> OFFSET_DATE_TIME = new TextCodec<>(
                    "a date and time with offset like 2026-01-31T09:30:00+01:00",
                    TextPatterns.OFFSET_DATE_TIME,
                    InternetTimes::offsetDateTime,
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
            .explaining(TimeFaults.OFFSET_DATE_TIME);

    /**
     * The codec for dates and times with an offset and a time zone. The form is a date, {@code T}, a time as in
     * {@link #LOCAL_TIME}, an offset, and the time zone in brackets unless it is the offset. The time zone must exist
     * and have the offset at that time.
     */
    public static final TextCodec<ZonedDateTime> ZONED_DATE_TIME = new TextCodec<>(
                    "a date and time with offset and time zone like 2026-01-31T09:30:00+01:00[Europe/Paris]",
                    TextPatterns.ZONED_DATE_TIME,
                    TextForms::zonedDateTime,
                    DateTimeFormatter.ISO_ZONED_DATE_TIME::format)
            .explaining(TimeFaults.ZONED_DATE_TIME);

    /**
     * The codec for ISO 8601 durations in days, hours, minutes and seconds. A day has 24 hours, and each amount may
     * have a minus sign. Amounts have up to twelve digits; hours have up to fifteen in the form in which long durations
     * are written.
     */
    public static final TextCodec<Duration> DURATION =
            new TextCodec<>(ViolationMessages.DURATION, TextPatterns.DURATION, Duration::parse, Duration::toString);

    /**
     * The codec for ISO 8601 durations in years, months, weeks and days. Each amount may have a minus sign. Amounts
     * have up to nine digits; weeks have up to seven, and days together with weeks up to eight. A week is read as seven
     * days.
     */
    public static final TextCodec<Period> PERIOD =
            new TextCodec<>("a period like P1Y2M3D", TextPatterns.PERIOD, Period::parse, Period::toString);

    /** The codec for four-digit years. */
    public static final TextCodec<Year> YEAR =
            new TextCodec<>("a year like 2026", TextPatterns.YEAR, Year::parse, TextForms.YEAR::format);

    /** The codec for a year and a month, like {@code 2026-01}. */
    public static final TextCodec<YearMonth> YEAR_MONTH = new TextCodec<>(
                    "a year and month like 2026-01",
                    TextPatterns.YEAR_MONTH,
                    YearMonth::parse,
                    TextForms.YEAR_MONTH::format)
            .explaining(TimeFaults.DATE);

    /** The codec for a month and a day, preceded by two hyphens, like {@code --02-29}. */
    public static final TextCodec<MonthDay> MONTH_DAY = new TextCodec<>(
                    "a month and day like --01-31", TextPatterns.MONTH_DAY, MonthDay::parse, MonthDay::toString)
            .explaining(TimeFaults.MONTH_DAY);

    /** The codec for offsets and the time zones that the JDK supports. */
    public static final TextCodec<ZoneId> ZONE_ID = new TextCodec<>(
                    "a time zone like Europe/Paris", TextPatterns.ZONE_ID, ZoneId::of, ZoneId::getId)
            .explaining(TimeFaults.ZONE);

    /** The codec for {@code Z} and offsets of up to 18 hours, with minutes and optional seconds. */
    public static final TextCodec<ZoneOffset> ZONE_OFFSET = new TextCodec<>(
                    "an offset like +01:00", TextPatterns.ZONE_OFFSET, ZoneOffset::of, ZoneOffset::getId)
            .explaining(TimeFaults.OFFSET);

    /** The codec for 32-bit integers as property names. Plus signs, leading zeros and {@code -0} are not allowed. */
    public static final TextCodec<Integer> INT_KEY = new TextCodec<>(
            "a 32-bit integer, like 42", TextPatterns.INT_KEY, Integer::valueOf, number -> Integer.toString(number));

    /** The codec for 64-bit integers as property names. Plus signs, leading zeros and {@code -0} are not allowed. */
    public static final TextCodec<Long> LONG_KEY = new TextCodec<>(
            "a 64-bit integer, like 42", TextPatterns.LONG_KEY, Long::valueOf, number -> Long.toString(number));

    private TextCodecs() {}
}
