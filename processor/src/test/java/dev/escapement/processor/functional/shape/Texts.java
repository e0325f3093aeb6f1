package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
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
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Classes of the JDK that are encoded as JSON strings. */
@SuppressWarnings("ESC040")
public interface Texts {

    /** Dates and times without a zone. */
    @Tool
    @SuppressWarnings("ESC040")
    record Dates(LocalDate date, LocalTime time, LocalDateTime both, Year year, YearMonth month, MonthDay day) {}

    /** Points in time. */
    @Tool
    @SuppressWarnings("ESC040")
    record Moments(Instant instant, OffsetDateTime offset, OffsetTime time, ZonedDateTime zoned) {}

    /** Lengths of time. */
    @Tool
    @SuppressWarnings("ESC040")
    record Amounts(Duration duration, Period period) {}

    /** Zones. */
    @Tool
    @SuppressWarnings("ESC040")
    record Zones(ZoneId zone, ZoneOffset offset) {}

    /** Names and addresses. */
    @Tool
    @SuppressWarnings("ESC040")
    record Names(UUID id, URI address, URL page, Locale locale, Currency currency) {}

    /** Texts in lists. */
    @Tool
    @SuppressWarnings("ESC040")
    record Lists(
            List<Instant> moments,
            List<URL> pages,
            List<Locale> locales,
            List<@Nullable LocalDate> gaps,
            List<List<Duration>> deep) {}

    /** Optional texts. */
    @Tool
    @SuppressWarnings("ESC040")
    record Optionals(
            Optional<ZonedDateTime> moment,
            Optional<UUID> id,
            Optional<URI> address,
            Optional<Period> period,
            Optional<List<Year>> years) {}

    /** Nullable texts. */
    @Tool
    @SuppressWarnings("ESC040")
    record Nullables(
            @Nullable Instant moment,
            @Nullable UUID id,
            @Nullable URL page,
            @Nullable MonthDay day,
            @Nullable Currency currency,
            @Nullable ZoneId zone,
            @Nullable List<@Nullable LocalTime> times) {}

    /** Texts in maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record Maps(
            Map<String, OffsetDateTime> moments,
            Map<String, List<YearMonth>> months,
            Map<String, ZoneOffset> offsets) {}

    /** A {@code LocalDate}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneLocalDate(LocalDate value) {}

    /** A {@code LocalTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneLocalTime(LocalTime value) {}

    /** A {@code LocalDateTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneLocalDateTime(LocalDateTime value) {}

    /** An {@code OffsetTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneOffsetTime(OffsetTime value) {}

    /** An {@code OffsetDateTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneOffsetDateTime(OffsetDateTime value) {}

    /** A {@code ZonedDateTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneZonedDateTime(ZonedDateTime value) {}

    /** An {@code Instant}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneInstant(Instant value) {}

    /** A {@code Duration}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneDuration(Duration value) {}

    /** A {@code Period}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OnePeriod(Period value) {}

    /** A {@code Year}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneYear(Year value) {}

    /** A {@code YearMonth}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneYearMonth(YearMonth value) {}

    /** A {@code MonthDay}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneMonthDay(MonthDay value) {}

    /** A {@code ZoneId}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneZoneId(ZoneId value) {}

    /** A {@code ZoneOffset}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneZoneOffset(ZoneOffset value) {}

    /** A {@code UUID}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneUUID(UUID value) {}

    /** A {@code URI}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneURI(URI value) {}

    /** A {@code URL}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneURL(URL value) {}

    /** A {@code Locale}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneLocale(Locale value) {}

    /** A {@code Currency}. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneCurrency(Currency value) {}
}
