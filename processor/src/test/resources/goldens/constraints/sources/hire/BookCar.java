package hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Tool;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Book a hire car.
 *
 * @param customerId The id of the customer, like C-1042
 * @param pickUp The first day
 * @param days The number of days
 * @param maxPrice The highest price per day, in euros
 * @param deposit The deposit, in euros
 * @param drivers The names of the drivers
 * @param extras The number of each extra, like child_seat
 * @param mail The e-mail address for the confirmation
 * @param note A remark
 * @param age The age of the youngest driver
 * @param termsAccepted Whether the customer has accepted the terms
 * @param carClass The kind of car
 * @param currency The currency of displayed prices
 */
@Tool
public record BookCar(
        @Size(max = 20) @Pattern(regexp = "C-\\d+") String customerId,
        @FutureOrPresent LocalDate pickUp,
        @Min(1) @Max(90) int days,
        @Positive @DecimalMax(value = "999.99") double maxPrice,
        @DecimalMin("0.01") @Digits(integer = 6, fraction = 2) BigDecimal deposit,
        @Size(min = 1, max = 4) List<@NotBlank @Size(max = 100) String> drivers,
        Map<@Pattern(regexp = "[a-z_]+") String, @Min(1) Integer> extras,
        @Email Optional<String> mail,
        Optional<@Size(max = 500) String> note,
        @Min(18) OptionalInt age,
        @AssertTrue boolean termsAccepted,
        @JsonProperty(defaultValue = "COMPACT") CarClass carClass,
        @JsonProperty(defaultValue = "EUR") Currency currency) {

    /** A kind of car. */
    public enum CarClass {
        COMPACT,
        ESTATE,
        VAN
    }
}
