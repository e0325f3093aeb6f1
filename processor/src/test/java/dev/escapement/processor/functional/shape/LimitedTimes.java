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

/** Times that must be before or after the moment of reading: what no schema can say. */
@SuppressWarnings("ESC040")
public interface LimitedTimes {

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastInstant(@Past Instant value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureInstant(@FutureOrPresent Instant value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastDate(@Past LocalDate value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastDateOrToday(@PastOrPresent LocalDate value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureDate(@Future LocalDate value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureDateOrToday(@FutureOrPresent LocalDate value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureDateTime(@Future LocalDateTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastTime(@PastOrPresent LocalTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastOffsetTime(@Past OffsetTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureOffsetTime(@FutureOrPresent OffsetTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastOffsetDateTime(@PastOrPresent OffsetDateTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureZonedDateTime(@FutureOrPresent ZonedDateTime value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastYear(@Past Year value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record ThisYearOrLater(@FutureOrPresent Year value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PastMonth(@PastOrPresent YearMonth value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record FutureMonthDay(@Future MonthDay value) {}

    /** Both: now. */
    @Tool
    @SuppressWarnings("ESC040")
    record Today(@PastOrPresent @FutureOrPresent LocalDate value) {}

    /** In other types. */
    @Tool
    @SuppressWarnings("ESC040")
    record Inside(
            @NotEmpty List<@Past LocalDate> days,
            Map<String, @Future Instant> named,
            Optional<@Past Year> year,
            @Past Optional<LocalDate> day,
            @Nullable @Future Instant end) {}

    /** As names. */
    @Tool
    @SuppressWarnings("ESC040")
    record Names(Map<@Past LocalDate, @Future LocalDate> value) {}
}
