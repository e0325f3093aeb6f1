package dev.escapement.processor.functional.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Tool;
import java.math.BigDecimal;
import java.net.URI;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps with keys other than strings. */
@SuppressWarnings("ESC040")
public interface Maps {

    /** Maps by enum constants. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByEnum(
            Map<Enums.Colour, Integer> plain,
            Map<Enums.Size, String> renamed,
            Map<Enums.Shared, NestedShapes.Point> shared,
            Map<Enums.Only, List<Enums.Only>> only) {}

    /** Maps by integers. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByNumber(Map<Integer, String> counts, Map<Long, NestedShapes.Point> totals) {}

    /** Maps by identifiers. */
    @Tool
    @SuppressWarnings("ESC040")
    record ById(
            Map<UUID, List<NestedShapes.Point>> lists, Map<UUID, @Nullable String> gaps, Map<URI, int[]> addresses) {}

    /** Maps by dates and times without a zone. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByDate(
            Map<LocalDate, BigDecimal> dates,
            Map<YearMonth, Long> months,
            Map<Year, Set<String>> years,
            Map<MonthDay, Boolean> days,
            Map<LocalTime, String> times,
            Map<LocalDateTime, String> both) {}

    /** Maps by points in time. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByMoment(
            Map<Instant, String> instants,
            Map<OffsetDateTime, String> offsets,
            Map<OffsetTime, String> times,
            Map<ZonedDateTime, String> zoned,
            Map<Duration, Integer> durations,
            Map<Period, Integer> periods) {}

    /** Maps by codes. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByCode(
            Map<Currency, BigDecimal> balances,
            Map<Locale, String> greetings,
            Map<ZoneId, String> zones,
            Map<ZoneOffset, String> offsets) {}

    /** Nested maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record Deep(
            Map<Enums.Colour, Map<UUID, Set<Integer>>> colours,
            List<Map<Integer, Map<String, Unions.Shape>>> list,
            Optional<Map<LocalDate, List<@Nullable String>>> perhaps,
            @Nullable Map<Enums.Shared, @Nullable Integer> none,
            Map<Enums.Colour, Long>[] array) {}

    /** A single map. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneByEnum(Map<Enums.Size, Integer> map) {}

    /** A single map. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneByInt(Map<Integer, @Nullable Integer> map) {}

    /** A single map. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneByLong(Map<Long, Integer> map) {}

    /** A single map. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneByUuid(Map<UUID, @Nullable Integer> map) {}

    /** A record whose name clashes with the methods for enum keys. */
    record SizeKey(String name) {}

    /** A record whose name clashes with the methods for a map by an enum. */
    record IntBySize(Map<Enums.Size, Integer> map) {}

    /** Types whose names clash with the methods for maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record Namesakes(Map<Enums.Size, Integer> map, SizeKey key, IntBySize bySize, Map<Kind, Kind> kinds) {}

    /** An enum with a constant that is renamed to the Java name of another one. */
    enum Kind {
        /** First. */
        @JsonProperty("SECOND")
        FIRST,
        /** Second. */
        @JsonProperty("FIRST")
        SECOND,
        /** Differs from another only in case, so that repairs select neither. */
        @JsonProperty("first")
        THIRD
    }
}
