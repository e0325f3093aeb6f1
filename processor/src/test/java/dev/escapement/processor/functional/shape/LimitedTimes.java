package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times before or after the present, which a schema cannot express. */
@SuppressWarnings("ESC040")
public interface LimitedTimes {

    /** A constrained {@code Instant}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastInstant(@Past Instant value) {}

    /** A constrained {@code Instant}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureInstant(@FutureOrPresent Instant value) {}

    /** A constrained {@code LocalDate}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastDate(@Past LocalDate value) {}

    /** A constrained {@code LocalDate}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastDateOrToday(@PastOrPresent LocalDate value) {}

    /** A constrained {@code LocalDate}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureDate(@Future LocalDate value) {}

    /** A constrained {@code LocalDate}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureDateOrToday(@FutureOrPresent LocalDate value) {}

    /** A constrained {@code LocalDateTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureDateTime(@Future LocalDateTime value) {}

    /** A constrained {@code LocalTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastTime(@PastOrPresent LocalTime value) {}

    /** A constrained {@code OffsetTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastOffsetTime(@Past OffsetTime value) {}

    /** A constrained {@code OffsetTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureOffsetTime(@FutureOrPresent OffsetTime value) {}

    /** A constrained {@code OffsetDateTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastOffsetDateTime(@PastOrPresent OffsetDateTime value) {}

    /** A constrained {@code ZonedDateTime}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureZonedDateTime(@FutureOrPresent ZonedDateTime value) {}

    /** A constrained {@code Year}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastYear(@Past Year value) {}

    /** A constrained {@code Year}. */
    @Tool
    @SuppressWarnings("ESC040")
    record ThisYearOrLater(@FutureOrPresent Year value) {}

    /** A constrained {@code YearMonth}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastMonth(@PastOrPresent YearMonth value) {}

    /** A constrained {@code MonthDay}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureMonthDay(@Future MonthDay value) {}

    /** Two constraints that only the present satisfies. */
    @Tool
    @SuppressWarnings("ESC040")
    record Today(@PastOrPresent @FutureOrPresent LocalDate value) {}

    /** Constrained times inside other types. */
    @Tool
    @SuppressWarnings("ESC040")
    record Inside(
            @NotEmpty List<@Past LocalDate> days,
            Map<String, @Future Instant> named,
            Optional<@Past Year> year,
            @Past Optional<LocalDate> day,
            @Nullable @Future Instant end) {}

    /** Constrained times as keys of a map. */
    @Tool
    @SuppressWarnings("ESC040")
    record Names(Map<@Past LocalDate, @Future LocalDate> value) {}
}
