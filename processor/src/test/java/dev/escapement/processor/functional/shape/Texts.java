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

/** Classes of the JDK that are text in JSON. */
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

    /** In lists. */
    @Tool
    @SuppressWarnings("ESC040")
    record Lists(
            List<Instant> moments,
            List<URL> pages,
            List<Locale> locales,
            List<@Nullable LocalDate> gaps,
            List<List<Duration>> deep) {}

    /** Left out or there. */
    @Tool
    @SuppressWarnings("ESC040")
    record Optionals(
            Optional<ZonedDateTime> moment,
            Optional<UUID> id,
            Optional<URI> address,
            Optional<Period> period,
            Optional<List<Year>> years) {}

    /** Null or there. */
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

    /** In maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record Maps(
            Map<String, OffsetDateTime> moments,
            Map<String, List<YearMonth>> months,
            Map<String, ZoneOffset> offsets) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneLocalDate(LocalDate value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneLocalTime(LocalTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneLocalDateTime(LocalDateTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneOffsetTime(OffsetTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneOffsetDateTime(OffsetDateTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneZonedDateTime(ZonedDateTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneInstant(Instant value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneDuration(Duration value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OnePeriod(Period value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneYear(Year value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneYearMonth(YearMonth value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneMonthDay(MonthDay value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneZoneId(ZoneId value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneZoneOffset(ZoneOffset value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneUUID(UUID value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneURI(URI value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneURL(URL value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneLocale(Locale value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneCurrency(Currency value) {}
}
