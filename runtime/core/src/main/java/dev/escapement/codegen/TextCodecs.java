package dev.escapement.codegen;

import dev.escapement.internal.json.ViolationMessages;
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
 * The codecs of JDK classes with a text form. A text is accepted if and only if it matches the codec's pattern;
 * {@link #CURRENCY}, {@link #ZONE_ID} and {@link #ZONED_DATE_TIME} additionally require that the tables of the JDK
 * accept it.
 *
 * <p>Dates have years from 0000 to 9999. Digits are ASCII, and letters are case-sensitive.
 */
public final class TextCodecs {

    /** RFC 4648 base64 (section 4): with padding, unused bits zero, no line breaks. */
    public static final TextCodec<byte[]> BYTES = new TextCodec<>(
            "Base64 with padding, like aGVsbG8=",
            TextPatterns.BYTES,
            Base64.getDecoder()::decode,
            bytes -> Base64.getEncoder().encodeToString(bytes));

    /** An RFC 9562 UUID with letters in either case, written in lower case. */
    public static final TextCodec<UUID> UUID = new TextCodec<>(
            "a UUID like 123e4567-e89b-12d3-a456-426614174000",
            TextPatterns.UUID,
            java.util.UUID::fromString,
            java.util.UUID::toString);

    /** An RFC 3986 absolute URI, without IP addresses in brackets. */
    public static final TextCodec<URI> URI = new TextCodec<>(
            "an absolute URI like https://example.com/a?b=c",
            TextPatterns.URI,
            java.net.URI::create,
            java.net.URI::toString);

    /** An http, https or ftp URL, without IP addresses in brackets. */
    public static final TextCodec<URL> URL = new TextCodec<>(
            "a URL like https://example.com/a?b=c", TextPatterns.URL, TextForms::url, java.net.URL::toExternalForm);

    /** An RFC 5646 language tag: a language with an optional script and region. {@code und} is the root locale. */
    public static final TextCodec<Locale> LOCALE = new TextCodec<>(
            "a language tag like en-US", TextPatterns.LOCALE, Locale::forLanguageTag, TextForms::languageTag);

    /** An ISO 4217 currency code in the tables of the JDK. */
    public static final TextCodec<Currency> CURRENCY = new TextCodec<>(
            "a currency code like EUR", TextPatterns.CURRENCY, Currency::getInstance, Currency::getCurrencyCode);

    /**
     * An RFC 3339 {@code date-time} with any offset up to 18 hours; written in UTC, except for instants whose year has
     * four digits only with another offset.
     */
    public static final TextCodec<Instant> INSTANT = new TextCodec<>(
            "a date and time like 2026-01-31T09:30:00Z",
            TextPatterns.INSTANT,
            text -> OffsetDateTime.parse(text).toInstant(),
            TextForms::instant);

    /** An RFC 3339 {@code full-date}. */
    public static final TextCodec<LocalDate> LOCAL_DATE = new TextCodec<>(
            "a date like 2026-01-31",
            TextPatterns.LOCAL_DATE,
            LocalDate::parse,
            DateTimeFormatter.ISO_LOCAL_DATE::format);

    /**
     * A time without an offset; seconds and a fraction of up to nine digits are optional in input; seconds are always
     * written.
     */
    public static final TextCodec<LocalTime> LOCAL_TIME = new TextCodec<>(
            "a time like 09:30:00",
            TextPatterns.LOCAL_TIME,
            LocalTime::parse,
            DateTimeFormatter.ISO_LOCAL_TIME::format);

    /** A date, {@code T} and a time as in {@link #LOCAL_TIME}. */
    public static final TextCodec<LocalDateTime> LOCAL_DATE_TIME = new TextCodec<>(
            "a date and time like 2026-01-31T09:30:00",
            TextPatterns.LOCAL_DATE_TIME,
            LocalDateTime::parse,
            DateTimeFormatter.ISO_LOCAL_DATE_TIME::format);

    /** An RFC 3339 {@code full-time} with an offset up to 18 hours. */
    public static final TextCodec<OffsetTime> OFFSET_TIME = new TextCodec<>(
            "a time with offset like 09:30:00+01:00",
            TextPatterns.OFFSET_TIME,
            OffsetTime::parse,
            DateTimeFormatter.ISO_OFFSET_TIME::format);

    /** An RFC 3339 {@code date-time} with an offset up to 18 hours. */
    public static final TextCodec<OffsetDateTime> OFFSET_DATE_TIME = new TextCodec<>(
            "a date and time with offset like 2026-01-31T09:30:00+01:00",
            TextPatterns.OFFSET_DATE_TIME,
            OffsetDateTime::parse,
            DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);

    /**
     * A date, {@code T}, a time as in {@link #LOCAL_TIME}, an offset, and the time zone in brackets unless it is the
     * offset. The time zone must exist and have the offset at that time.
     */
    public static final TextCodec<ZonedDateTime> ZONED_DATE_TIME = new TextCodec<>(
            "a date and time with offset and time zone like 2026-01-31T09:30:00+01:00[Europe/Paris]",
            TextPatterns.ZONED_DATE_TIME,
            TextForms::zonedDateTime,
            DateTimeFormatter.ISO_ZONED_DATE_TIME::format);

    /**
     * An ISO 8601 duration in days of 24 hours, hours, minutes and seconds, each with an optional minus. Amounts have
     * up to twelve digits; hours have up to fifteen in the form in which long durations are written.
     */
    public static final TextCodec<Duration> DURATION =
            new TextCodec<>(ViolationMessages.DURATION, TextPatterns.DURATION, Duration::parse, Duration::toString);

    /**
     * An ISO 8601 duration in years, months, weeks and days, each with an optional minus. Amounts have up to nine
     * digits; weeks have up to seven, and days together with weeks up to eight. A week is read as seven days.
     */
    public static final TextCodec<Period> PERIOD =
            new TextCodec<>("a period like P1Y2M3D", TextPatterns.PERIOD, Period::parse, Period::toString);

    /** A year of four digits. */
    public static final TextCodec<Year> YEAR =
            new TextCodec<>("a year like 2026", TextPatterns.YEAR, Year::parse, TextForms.YEAR::format);

    /** A year and a month. */
    public static final TextCodec<YearMonth> YEAR_MONTH = new TextCodec<>(
            "a year and month like 2026-01", TextPatterns.YEAR_MONTH, YearMonth::parse, TextForms.YEAR_MONTH::format);

    /** Two hyphens, a month and a day, including 29 February. */
    public static final TextCodec<MonthDay> MONTH_DAY = new TextCodec<>(
            "a month and day like --01-31", TextPatterns.MONTH_DAY, MonthDay::parse, MonthDay::toString);

    /** A time zone in the tables of the JDK, or an offset. */
    public static final TextCodec<ZoneId> ZONE_ID =
            new TextCodec<>("a time zone like Europe/Paris", TextPatterns.ZONE_ID, ZoneId::of, ZoneId::getId);

    /** {@code Z}, or an offset up to 18 hours with minutes and optional seconds. */
    public static final TextCodec<ZoneOffset> ZONE_OFFSET =
            new TextCodec<>("an offset like +01:00", TextPatterns.ZONE_OFFSET, ZoneOffset::of, ZoneOffset::getId);

    /** A 32-bit integer as a map key, without a plus sign, leading zeros or {@code -0}. */
    public static final TextCodec<Integer> INT_KEY = new TextCodec<>(
            "a 32-bit integer, like 42", TextPatterns.INT_KEY, Integer::valueOf, number -> Integer.toString(number));

    /** A 64-bit integer as a map key, without a plus sign, leading zeros or {@code -0}. */
    public static final TextCodec<Long> LONG_KEY = new TextCodec<>(
            "a 64-bit integer, like 42", TextPatterns.LONG_KEY, Long::valueOf, number -> Long.toString(number));

    private TextCodecs() {}
}
