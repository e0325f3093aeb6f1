package dev.escapement.codegen;

import dev.escapement.internal.text.InternetTimes;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The string conversions of {@link TextCodecs} that require more than one JDK method. */
final class TextForms {

    static final DateTimeFormatter YEAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
            .toFormatter(Locale.ROOT);

    static final DateTimeFormatter YEAR_MONTH = new DateTimeFormatterBuilder()
            .append(YEAR)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .toFormatter(Locale.ROOT);

    private static final int LAST_YEAR = 9999;

    private TextForms() {}

    static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /**
     * Returns the language tag of a locale, or an invalid string if the tag does not identify the locale. The codec's
     * pattern rejects such a string.
     */
    static String languageTag(Locale locale) {
        String tag = locale.toLanguageTag();
        return Locale.forLanguageTag(tag).equals(locale) ? tag : "the locale " + locale;
    }

    /** Formats an instant in UTC. Near the ends of the range, uses an offset that results in a four-digit year. */
    static String instant(Instant instant) {
        if (instant.isBefore(InternetTimes.FIRST_WITH_ANY_OFFSET)
                || instant.isAfter(InternetTimes.LAST_WITH_ANY_OFFSET)) {
            return instant.toString();
        }
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        if (time.getYear() > LAST_YEAR) {
            time = instant.atOffset(ZoneOffset.MIN);
        } else if (time.getYear() < 0) {
            time = instant.atOffset(ZoneOffset.MAX);
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /**
     * Parses a date and time with an offset and an optional time zone. Unlike the JDK's parser, this method rejects an
     * offset that the zone does not have at that time.
     */
    static ZonedDateTime zonedDateTime(String text) {
        int bracket = text.indexOf('[');
        OffsetDateTime time = OffsetDateTime.parse(bracket < 0 ? text : text.substring(0, bracket));
        ZoneId zone = bracket < 0 ? time.getOffset() : ZoneId.of(text.substring(bracket + 1, text.length() - 1));
        return ZonedDateTime.ofStrict(time.toLocalDateTime(), time.getOffset(), zone);
    }
}
