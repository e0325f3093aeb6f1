package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.constraints.AssertFalse;
import javax.validation.constraints.AssertTrue;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Email;
import javax.validation.constraints.Future;
import javax.validation.constraints.FutureOrPresent;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.Negative;
import javax.validation.constraints.NegativeOrZero;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Past;
import javax.validation.constraints.PastOrPresent;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;

/** Constraints with the older {@code javax} annotations. */
@SuppressWarnings("ESC040")
public interface JavaxLimits {

    /** Constraints on numbers. */
    @Tool
    @SuppressWarnings("ESC040")
    record NumericShapes(
            @Min(1) @Max(99) int fromTo,

            @DecimalMin("0.5") @DecimalMax(value = "3", inclusive = false)
            double between,

            @Positive byte positive,
            @PositiveOrZero Long notNegative,
            @Negative float negative,
            @NegativeOrZero BigDecimal notPositive,
            @Digits(integer = 2, fraction = 1) BigDecimal digits) {}

    /** Constraints on strings. */
    @Tool
    @SuppressWarnings("ESC040")
    record Texts(
            @NotNull @Size(min = 1, max = 3) String sized,
            @NotBlank String said,
            @NotEmpty String there,
            @Pattern(regexp = "A-\\d+") String numbered,
            @Email String mail) {}

    /** Constraints on times. */
    @Tool
    @SuppressWarnings("ESC040")
    record Times(
            @Past LocalDate past,
            @PastOrPresent LocalDate pastOrToday,
            @Future LocalDate future,
            @FutureOrPresent LocalDate todayOrLater) {}

    /** Constraints on booleans. */
    @Tool
    @SuppressWarnings("ESC040")
    record Flags(@AssertTrue boolean yes, @AssertFalse boolean no) {}

    /** Constraints inside other types. */
    @Tool
    @SuppressWarnings("ESC040")
    record Parts(
            @Size(min = 1, max = 2) List<@NotBlank String> list,
            Map<@Size(max = 2) String, @Min(1) Integer> map,
            Optional<@Max(9) Integer> perhaps) {}
}
