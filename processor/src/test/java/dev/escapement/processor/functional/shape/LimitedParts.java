package dev.escapement.processor.functional.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Tool;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constraints on containers and on their elements. */
@SuppressWarnings("ESC040")
public interface LimitedParts {

    /** Constraints on a type variable, in addition to those on its argument. */
    record Page<T>(
            @Size(max = 2) List<@NotNull T> items,
            @Size(max = 3) T item) {}

    /** A record with constraints that other records contain. */
    record Item(
            @Pattern(regexp = "A-\\d+") String code, @Min(1) int amount) {}

    /** A sealed interface of records with constraints. */
    sealed interface Shape {
        /** A circle. */
        record Circle(@Positive double radius) implements Shape {}

        /** A label. */
        record Label(@NotBlank @Size(max = 3) String text) implements Shape {}
    }

    /** A constrained list. */
    @Tool
    @SuppressWarnings("ESC040")
    record ListFromTo(@Size(min = 1, max = 2) List<String> value) {}

    /** A constrained collection. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotEmptyCollection(@NotEmpty Collection<Integer> value) {}

    /** A constrained list. */
    @Tool
    @SuppressWarnings("ESC040")
    record ListOfNotBlank(List<@NotBlank String> value) {}

    /** A constrained set. */
    @Tool
    @SuppressWarnings("ESC040")
    record SetOfShort(@NotEmpty Set<@Size(max = 1) String> value) {}

    /** A constrained set. */
    @Tool
    @SuppressWarnings("ESC040")
    record SetOfPositive(@Size(max = 2) Set<@Positive BigDecimal> value) {}

    /** A set in which a duplicate does not count. */
    @Tool
    @SuppressWarnings("ESC040")
    record SetOfTwo(@Size(min = 2) Set<Double> value) {}

    /** A set with constraints on its elements. */
    @Tool
    @SuppressWarnings("ESC040")
    record SetOfLists(Set<@Size(min = 1) List<@Max(1000) Float>> value) {}

    /** A constraint on the array only. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizedArray(@Size(max = 1) String[] value) {}

    /** A constrained array. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizedInts(@Size(min = 2, max = 3) int[] value) {}

    /** A constraint on the inner arrays. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizedRows(String[] @Size(max = 1) [] value) {}

    /** A constraint on the strings, according to the Java language. */
    @Tool
    @SuppressWarnings("ESC040")
    record ListOfArrays(List<@Size(max = 1) String[]> value) {}

    /** A constrained list. */
    @Tool
    @SuppressWarnings("ESC040")
    record ListsInLists(@Size(max = 2) List<@Size(min = 1) List<@Max(9) Integer>> value) {}

    /** A constrained list. */
    @Tool
    @SuppressWarnings("ESC040")
    record GapsInList(@Nullable @Size(max = 1) List<@Nullable @Size(min = 1) String> value) {}

    /** A constrained optional. */
    @Tool
    @SuppressWarnings("ESC040")
    record OptionalText(@Size(max = 2) Optional<String> value) {}

    /** A constrained optional. */
    @Tool
    @SuppressWarnings("ESC040")
    record OptionalOfText(Optional<@Size(min = 1, max = 2) String> value) {}

    /** A constrained optional. */
    @Tool
    @SuppressWarnings("ESC040")
    record OptionalList(@Size(max = 1) Optional<List<@Size(max = 2) String>> value) {}

    /** Optionals of primitives and of boxed types. */
    @Tool
    @SuppressWarnings("ESC040")
    record Optionals(
            @Min(1) OptionalInt count,
            @Max(5) OptionalLong total,
            @DecimalMin(value = "0.5", inclusive = false) OptionalDouble exact,
            Optional<@Email String> mail) {}

    /** Constraints on nullable values: null satisfies them. */
    @Tool
    @SuppressWarnings("ESC040")
    record Nullables(
            @Nullable @Size(max = 2) String text,
            @Nullable @Min(1) Integer count,
            @AssertTrue @Nullable Boolean flag) {}

    /** A constrained map. */
    @Tool
    @SuppressWarnings("ESC040")
    record MapFromTo(@Size(min = 1, max = 2) Map<String, Integer> value) {}

    /** A constrained map. */
    @Tool
    @SuppressWarnings("ESC040")
    record NamesAndValues(Map<@Size(max = 2) @Pattern(regexp = "[a-z_]*") String, @Min(1) Integer> value) {}

    /** A constrained map. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotBlankNames(@NotEmpty Map<@NotBlank String, @Size(min = 1) List<@NotBlank String>> value) {}

    /** Constraints on keys that a schema cannot express. */
    @Tool
    @SuppressWarnings("ESC040")
    record NamesThatAreNumbers(Map<@Min(1) Integer, @Max(9) Integer> value) {}

    /** Generic records with different arguments. */
    @Tool
    @SuppressWarnings("ESC040")
    record Pages(Page<@NotBlank String> texts, Page<@Size(min = 2) List<@Min(1) Integer>> lists, Page<String> plain) {}

    /** Records with constraints, in containers. */
    @Tool
    @SuppressWarnings("ESC040")
    record Items(@NotEmpty List<Item> items, Map<String, Item> named, Optional<Item> last) {}

    /** A sealed interface, alone and in a list. */
    @Tool
    @SuppressWarnings("ESC040")
    record Shapes(Shape shape, @Size(max = 2) List<Shape> list) {}

    /** A map of empty lists. */
    @Tool
    @SuppressWarnings("ESC040")
    record NoRoomInLists(Map<@Pattern(regexp = "[a-b]") String, @Size(max = 0) List<String>> value) {}

    /** Defaults that satisfy the constraints. */
    @Tool
    @SuppressWarnings("ESC040")
    record Standard(
            @JsonProperty(defaultValue = "2") @Max(3) int value) {}

    /** A record whose constructor rejects values that its constraints allow. */
    @Tool
    @SuppressWarnings("ESC040")
    record Stay(
            @Min(1) int nights, @Max(9) int guests, @Future LocalDate arrival) {
        public Stay {
            if (nights < guests) {
                throw new IllegalArgumentException("every guest stays a night");
            }
        }
    }
}
